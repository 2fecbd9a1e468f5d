using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Pages.Partner;

internal static class PartnerEndpoints
{
    public static void MapPartnerPages(this IEndpointRouteBuilder endpoints)
    {
        var pages = endpoints.MapGroup("").WithSurface(Surface.Partner).ExcludeFromDescription();

        pages.MapPage(Routes.Review, (AgreementId id, string token, ReviewPage page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, token, cancellationToken));
        pages.MapPage(Routes.ReviewDocument, (AgreementId id, string token, ReviewPage page, CancellationToken cancellationToken) =>
            page.DownloadAsync(id, token, cancellationToken));
        pages.MapPage(Routes.ReviewChanges, (AgreementId id, string token, ReviewPage page, CancellationToken cancellationToken) =>
            page.ShowChangesAsync(id, token, cancellationToken));
        pages.MapPage(Routes.ReviewRedline, (AgreementId id, string token, ReviewPage page, CancellationToken cancellationToken) =>
            page.DownloadChangesAsync(id, token, cancellationToken));
        pages.MapPost(Routes.Review, (AgreementId id, string token, HttpContext context, ReviewPage page, CancellationToken cancellationToken) =>
            page.DecideAsync(id, token, context, cancellationToken));

        pages.MapPage(Routes.Sign, (AgreementId id, string token, SignPage page, CancellationToken cancellationToken) =>
            page.ShowAsync(id, token, cancellationToken));
        pages.MapPage(Routes.SignDocument, (AgreementId id, string token, SignPage page, CancellationToken cancellationToken) =>
            page.DownloadAsync(id, token, cancellationToken));
        pages.MapPost(Routes.Sign, (AgreementId id, string token, HttpContext context, SignPage page, CancellationToken cancellationToken) =>
            page.SignAsync(id, token, context, cancellationToken));
    }
}
