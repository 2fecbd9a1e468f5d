using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Api;

/// <summary>What the API tells about agreements.</summary>
internal static class ReadingApi
{
    public static async Task<Results<Ok<AgreementListResponse>, ValidationProblem>> ListAsync(
        HttpRequest request, IAgreementIndex index, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = AgreementFilter.Read(request.Query, errors);
        if (errors.Count > 0)
        {
            return Problems.Of(errors);
        }

        try
        {
            var page = await index.QueryAsync(query, cancellationToken);
            return TypedResults.Ok(new AgreementListResponse([.. page.Items.Select(AgreementListItem.Of)], page.Continuation));
        }
        catch (FormatException)
        {
            return Problems.Of("continuation", "is not a continuation token of this list; give the one the page before came with");
        }
    }

    public static async Task<Results<Ok<AgreementResponse>, ProblemHttpResult>> GetAsync(
        AgreementId id, AgreementRepository agreements, CancellationToken cancellationToken) =>
        await agreements.FindAsync(id, cancellationToken) is { } state ? TypedResults.Ok(AgreementResponse.Of(state)) : NotFound();

    public static async Task<Results<RecordLines, ProblemHttpResult>> GetRecordAsync(
        AgreementId id, AgreementRepository agreements, CancellationToken cancellationToken) =>
        await agreements.ReadRecordAsync(id, cancellationToken) is { Count: > 0 } entries ? new RecordLines(entries) : NotFound();

    public static async Task<Results<FileStreamHttpResult, ProblemHttpResult>> DownloadAsync(
        AgreementId id, string sha256, AgreementRepository agreements, IDocumentStore documents, CancellationToken cancellationToken) =>
        await agreements.FindAsync(id, cancellationToken) is { } state
        && StoredDocuments.Of(state).FirstOrDefault(document => document.Reference.Sha256 == sha256) is { } found
            ? await documents.SendAsync(found, cancellationToken)
            : Problems.Of(StatusCodes.Status404NotFound, "There is no such document.");

    public static async Task<Results<Ok<CoverageResponse>, ProblemHttpResult>> GetCoverageAsync(
        AgreementId id, AgreementRepository agreements, DraftCoverage coverage, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        return await coverage.FindAsync(state, cancellationToken) is { } found
            ? TypedResults.Ok(CoverageResponse.Of(found))
            : Problems.Of(StatusCodes.Status404NotFound, "The agreement has no draft yet that could be looked through.");
    }

    public static async Task<Results<Ok<CoverageResponse>, ProblemHttpResult>> GetRevisionCoverageAsync(
        AgreementId id, int revision, AgreementRepository agreements, DraftCoverage coverage, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state)
        {
            return NotFound();
        }

        return await coverage.FindAsync(state, revision, cancellationToken) is { } found
            ? TypedResults.Ok(CoverageResponse.Of(found))
            : Problems.Of(StatusCodes.Status404NotFound, $"The agreement has no revision {revision} with a draft that could be looked through.");
    }

    public static ProblemHttpResult NotFound() => Problems.Of(StatusCodes.Status404NotFound, "There is no such agreement.");
}
