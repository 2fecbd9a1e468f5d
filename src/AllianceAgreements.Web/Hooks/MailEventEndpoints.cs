using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Web.Api;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Hooks;

/// <summary>
/// Where the mail service posts what became of mails. It has no account and sends no cookie: it is believed for its signature alone. Whatever
/// it is answered has no body, and who cannot sign learns nothing.
/// </summary>
internal static class MailEventEndpoints
{
    /// <summary>Maps it where there is an <see cref="IMailEventSource"/> to read what is posted.</summary>
    public static void MapMailEvents(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(IMailEventSource)))
        {
            endpoints.MapPost(Routes.MailEvents, TakeAsync).WithSurface(Surface.Hook).AllowAnonymous().ExcludeFromDescription();
        }
    }

    // Only when everything is in the records, and every alert is out, is it answered well: until then the mail service tells it again.
    private static async Task<Results<NoContent, StatusCodeHttpResult>> TakeAsync(
        HttpRequest request, JsonBody body, IMailEventSource source, MailReports reports, ILoggerFactory logging, CancellationToken cancellationToken)
    {
        if (body.Problem is { } problem)
        {
            return TypedResults.StatusCode(problem.StatusCode);
        }

        var logger = logging.CreateLogger(typeof(MailEventEndpoints));
        if (source.Read(name => request.Headers[name] is [var value] ? value : null, body.Content.Span) is not { } told)
        {
            logger.MailEventsRefused(body.Content.Length);
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        }

        logger.MailEventsTaken(told.Count, await reports.TakeAsync(told, cancellationToken));
        return TypedResults.NoContent();
    }
}
