using System.Security.Claims;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Pages.Legal;

internal static class LegalEndpoints
{
    public static void MapLegalPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").WithSurface(Surface.Page).ExcludeFromDescription();

        var reading = pages.MapGroup("").RequireAuthorization(AccessPolicies.PageRead);
        reading.MapPage(Routes.Agreements, AgreementListPage.ShowAsync);
        reading.MapPage(Routes.Agreement, AgreementDetailsPage.ShowAsync);
        reading.MapPage(Routes.AgreementRevision, AgreementDetailsPage.ReadRevisionAsync);
        reading.MapPage(Routes.AgreementChanges, AgreementDetailsPage.ReadChangesAsync);
        reading.MapPage(Routes.AgreementCoverage, AgreementDetailsPage.ReadCoverageAsync);
        reading.MapPage(Routes.AgreementDocument, AgreementDetailsPage.DownloadAsync);

        var writing = pages.MapGroup("").RequireAuthorization(AccessPolicies.PageLegal);
        writing.MapPage(Routes.NewAgreement, RequestPages.ShowNew);
        writing.MapPage(Routes.NewAgreementFromJson, RequestPages.ShowNewFromJson);
        writing.MapPage(Routes.ReviseAgreement, (AgreementId id, RequestPages requests, CancellationToken cancellationToken) =>
            requests.ShowReviseAsync(id, cancellationToken));
        writing.MapPage(Routes.ReviseAgreementFromJson, (AgreementId id, RequestPages requests, CancellationToken cancellationToken) =>
            requests.ShowReviseFromJsonAsync(id, cancellationToken));

        writing.MapPost(Routes.NewAgreement, (HttpContext context, ClaimsPrincipal user, RequestPages requests, CancellationToken cancellationToken) =>
            requests.TakeGuidedAsync(null, context, user, cancellationToken));
        writing.MapPost(Routes.NewAgreementFromJson, (HttpContext context, ClaimsPrincipal user, RequestPages requests, CancellationToken cancellationToken) =>
            requests.TakeJsonAsync(null, context, user, cancellationToken));
        writing.MapPost(Routes.ReviseAgreement, (AgreementId id, HttpContext context, ClaimsPrincipal user, RequestPages requests, CancellationToken cancellationToken) =>
            requests.TakeGuidedAsync(id, context, user, cancellationToken));
        writing.MapPost(Routes.ReviseAgreementFromJson, (AgreementId id, HttpContext context, ClaimsPrincipal user, RequestPages requests, CancellationToken cancellationToken) =>
            requests.TakeJsonAsync(id, context, user, cancellationToken));
        writing.MapPost(Routes.WithdrawAgreement, AgreementDetailsPage.WithdrawAsync);
    }
}
