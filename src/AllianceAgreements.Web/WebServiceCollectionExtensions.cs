using System.Text.Json.Serialization;
using AllianceAgreements.Web.Api;
using AllianceAgreements.Web.Assets;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Pages.Legal;
using AllianceAgreements.Web.Pages.Partner;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web;

/// <summary>Registers the pages and the API.</summary>
public static class WebServiceCollectionExtensions
{
    /// <summary>
    /// Adds the pages and the API. Needs the workflows (<c>AddAgreementWorkflows</c>), the ports of the domain, a
    /// <see cref="Domain.Links.LinkTokens"/>, a <see cref="TimeProvider"/> and an <see cref="IAccessTokens"/> beside it. Where keys of data
    /// protection are kept is for the host to say; without them, a restart signs everybody out.
    /// </summary>
    /// <exception cref="InvalidOperationException">The options contradict each other, or would let in who must not be.</exception>
    public static IServiceCollection AddAllianceAgreementsWeb(this IServiceCollection services, Action<WebOptions>? configure = null)
    {
        var options = new WebOptions();
        configure?.Invoke(options);
        WebOptionsRules.Check(options);
        services.AddSingleton(options);

        services.AddRouting(routing =>
        {
            routing.SetParameterPolicy<AgreementIdConstraint>("agreement");
            routing.SetParameterPolicy<Sha256Constraint>("sha256");
        });
        services.AddProblemDetails();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        services.AddRazorComponents();
        services.AddAntiforgery(antiforgery =>
        {
            // Lax: a partner comes from a mail, and a second link opened there must not void the form of the first.
            antiforgery.Cookie.Name = "aa-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            antiforgery.SuppressXFrameOptionsHeader = true;
        });
        services.AddRateLimiter(limiter => RateLimiting.Configure(limiter, options.RateLimits));
        services.AddAccess(options);
        services.AddApiDescription();
        services.AddHealth();
        services.AddLogRedaction();

        services.AddSingleton<AssetCatalog>();
        services.AddSingleton<DocumentPages>();
        services.AddSingleton<DraftCoverage>();
        services.AddSingleton<FormGuard>();
        services.AddSingleton<PartnerLinkReader>();
        services.AddSingleton<RequestHandIn>();
        services.AddSingleton<RequestPages>();
        services.AddSingleton<ReviewPage>();
        services.AddSingleton<SignPage>();
        return services;
    }
}
