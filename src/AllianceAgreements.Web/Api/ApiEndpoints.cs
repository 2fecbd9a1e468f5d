using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AllianceAgreements.Web.Api;

internal static class ApiEndpoints
{
    private const string Json = "application/json";

    public static void MapApi(this IEndpointRouteBuilder endpoints)
    {
        var api = endpoints.MapGroup("").WithSurface(Surface.Api).WithTags("Agreements")
            .ProducesProblem(StatusCodes.Status401Unauthorized)
            .ProducesProblem(StatusCodes.Status403Forbidden)
            .ProducesProblem(StatusCodes.Status429TooManyRequests);
        MapReading(api.MapGroup("").RequireAuthorization(AccessPolicies.ApiRead));
        MapWriting(api.MapGroup("").RequireAuthorization(AccessPolicies.ApiLegal).RefuseCrossSite()
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType));

        endpoints.MapOpenApi(Routes.OpenApi).WithSurface(Surface.Api);
    }

    private static void MapReading(RouteGroupBuilder api)
    {
        api.MapGet(Routes.ApiAgreements, ReadingApi.ListAsync)
            .WithName("ListAgreements")
            .WithSummary("Lists agreements")
            .WithDescription("Most recently started first. Go on with the continuation of the page before, and the same filters.")
            .WithMetadata(ListParameters.All);
        api.MapGet(Routes.ApiAgreement, ReadingApi.GetAsync)
            .WithName("GetAgreement")
            .WithSummary("Tells where an agreement stands")
            .WithDescription("Who it waits for, and its documents. Drafts, terms and signed copies are downloaded from their href.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(Routes.ApiRecord, ReadingApi.GetRecordAsync)
            .WithName("GetRecord")
            .WithSummary("Gives the record of an agreement")
            .WithDescription("Every entry, first to last, byte for byte as stored, one a line. The hash of an entry is the SHA-256 of its line without the last member, \",\"hash\":\"…\"\".")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(Routes.ApiCoverage, ReadingApi.GetCoverageAsync)
            .WithName("GetCoverage")
            .WithSummary("Tells which review categories the newest draft covers")
            .WithDescription("For each of the 41 categories of clauses that contract reviewers look for (CUAD v1, The Atticus Project, Inc., CC BY 4.0): the clauses of the draft that address it, or why it is left out.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(Routes.ApiRevisionCoverage, ReadingApi.GetRevisionCoverageAsync)
            .WithName("GetRevisionCoverage")
            .WithSummary("Tells which review categories the draft of a revision covers")
            .WithDescription("As GetCoverage, of any revision that has a draft: what was covered when it was approved or refused.")
            .ProducesProblem(StatusCodes.Status404NotFound);
        api.MapGet(Routes.ApiDocument, ReadingApi.DownloadAsync)
            .WithName("DownloadDocument")
            .WithSummary("Downloads a document of an agreement")
            .Produces<Stream>(StatusCodes.Status200OK, DocumentNames.WordMediaType, "application/pdf", Json)
            .ProducesProblem(StatusCodes.Status404NotFound);
    }

    private static void MapWriting(RouteGroupBuilder api)
    {
        api.MapPost(Routes.ApiAgreements, WritingApi.StartAsync)
            .WithName("StartAgreement")
            .WithSummary("Starts an agreement")
            .WithDescription("Drafts the agreement and asks every approver. Faults come all at once, by JSON path. The same Idempotency-Key and body start one agreement, however often they are sent.")
            .Accepts<AgreementRequest>(Json)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost(Routes.ApiRevisions, WritingApi.ReviseAsync)
            .WithName("ReviseAgreement")
            .WithSummary("Hands in revised terms")
            .WithDescription("The whole request, with the same form and parties. Makes a new draft and a new round of approval; approvals given before are void.")
            .Accepts<AgreementRequest>(Json)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict)
            .ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        api.MapPost(Routes.ApiWithdrawal, WritingApi.WithdrawAsync)
            .WithName("WithdrawAgreement")
            .WithSummary("Takes an agreement back")
            .WithDescription("Withdrawing what is withdrawn changes nothing and answers as the first time.")
            .Accepts<WithdrawalRequest>(Json)
            .ProducesProblem(StatusCodes.Status404NotFound)
            .ProducesProblem(StatusCodes.Status409Conflict);
    }
}
