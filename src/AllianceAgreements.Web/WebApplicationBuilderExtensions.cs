using AllianceAgreements.Web.Api;
using AllianceAgreements.Web.Assets;
using AllianceAgreements.Web.Hooks;
using AllianceAgreements.Web.Pages;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web;

/// <summary>Builds the one pipeline that every host runs.</summary>
public static class WebApplicationBuilderExtensions
{
    /// <summary>Adds the whole pipeline, routing to endpoints. Nothing that logs request paths may stand before it: they can hold partners' links.</summary>
    public static IApplicationBuilder UseAllianceAgreements(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<WebOptions>();

        if (options.TakesPrincipalsOfThisMachine)
        {
            app.UseMiddleware<PrincipalsOfThisMachine>();
        }

        app.UseFrontEnd(options);
        app.UseMiddleware<RequestLog>();
        app.UseMiddleware<SecurityHeaders>();
        app.UseErrors();
        app.UseRouting();
        app.UseMiddleware<AgreementScope>();
        app.UseRateLimiter();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseEndpoints(endpoints =>
        {
            endpoints.MapApi();
            endpoints.MapPages(options);
            endpoints.MapAssets();
            endpoints.MapHealth();
            endpoints.MapMailEvents();
        });
        return app;
    }
}
