using System.Security.Claims;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>An agreement: where it stands, its revisions and documents, its record; and taking it back.</summary>
internal static class AgreementDetailsPage
{
    public static async Task<Results<RazorComponentResult<AgreementDetails>, NotFound>> ShowAsync(
        AgreementId id, AgreementRepository agreements, DraftCoverage coverage, CancellationToken cancellationToken) =>
        await FindAsync(id, agreements, coverage, cancellationToken) is { } model ? View.Of<AgreementDetails>(model) : TypedResults.NotFound();

    public static async Task<IResult> WithdrawAsync(
        AgreementId id, HttpContext context, ClaimsPrincipal user, FormGuard forms, AgreementService service, AgreementRepository agreements,
        DraftCoverage coverage, CancellationToken cancellationToken)
    {
        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out var fields, out var refusal))
        {
            return refusal;
        }

        var reason = fields["reason"].ToString();
        var result = await service.WithdrawAsync(id, reason, user.ToActor(), cancellationToken);
        if (result.Decision is not Decision.Refused refused)
        {
            return Redirects.SeeOther(Routes.ToAgreement(id));
        }

        return await FindAsync(id, agreements, coverage, cancellationToken) is { } model
            ? View.Of<AgreementDetails>(model with { Reason = reason, ReasonFault = refused.Message }, Refusals.StatusCodeOf(refused.Reason))
            : TypedResults.NotFound();
    }

    /// <summary>One revision, to read.</summary>
    public static async Task<Results<RazorComponentResult<RevisionReader>, NotFound>> ReadRevisionAsync(
        AgreementId id, int revision, AgreementRepository agreements, DocumentPages pages, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state || state.FindRevision(revision) is not { Draft: { } draft })
        {
            return TypedResults.NotFound();
        }

        var html = await pages.ReadAsync(DocumentFolder.ForRevision(id, revision), draft.Sha256, cancellationToken);
        return View.Of<RevisionReader>(new RevisionReaderModel(state, revision, draft, html));
    }

    /// <summary>What one revision changed, to read.</summary>
    public static async Task<Results<RazorComponentResult<RevisionChanges>, NotFound>> ReadChangesAsync(
        AgreementId id, int revision, AgreementRepository agreements, DocumentPages pages, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } state || state.FindRevision(revision) is not { Redline: { } redline })
        {
            return TypedResults.NotFound();
        }

        var html = await pages.ReadAsync(DocumentFolder.ForRevision(id, revision), redline.Document.Sha256, cancellationToken);
        return View.Of<RevisionChanges>(new RevisionChangesModel(state, revision, redline, html));
    }

    /// <summary>What one revision's draft has of the categories that reviewers look for.</summary>
    public static async Task<Results<RazorComponentResult<RevisionCoverageReader>, NotFound>> ReadCoverageAsync(
        AgreementId id, int revision, AgreementRepository agreements, DraftCoverage coverage, CancellationToken cancellationToken) =>
        await agreements.FindAsync(id, cancellationToken) is { } state && await coverage.FindAsync(state, revision, cancellationToken) is { } found
            ? View.Of<RevisionCoverageReader>(new RevisionCoverageModel(state, found))
            : TypedResults.NotFound();

    /// <summary>A document, as a file.</summary>
    public static async Task<Results<FileStreamHttpResult, NotFound>> DownloadAsync(
        AgreementId id, string sha256, AgreementRepository agreements, IDocumentStore documents, CancellationToken cancellationToken) =>
        await agreements.FindAsync(id, cancellationToken) is { } state
        && StoredDocuments.Of(state).FirstOrDefault(document => document.Reference.Sha256 == sha256) is { } found
            ? await documents.SendAsync(found, cancellationToken)
            : TypedResults.NotFound();

    private static async ValueTask<AgreementDetailsModel?> FindAsync(
        AgreementId id, AgreementRepository agreements, DraftCoverage coverage, CancellationToken cancellationToken)
    {
        var entries = await agreements.ReadRecordAsync(id, cancellationToken);
        return AgreementState.Fold(id, entries) is { } state
            ? new AgreementDetailsModel(state, entries, await coverage.FindAsync(state, cancellationToken))
            : null;
    }
}

/// <summary>What the page of an agreement shows.</summary>
/// <param name="State">The agreement.</param>
/// <param name="Entries">Its record.</param>
/// <param name="Coverage">What its newest draft has of the categories that reviewers look for; null without a draft.</param>
public sealed record AgreementDetailsModel(AgreementState State, IReadOnlyList<RecordEntry> Entries, RevisionCoverage? Coverage)
{
    /// <summary>The reason to withdraw that was typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why the withdrawal was refused; null when it was not tried.</summary>
    public string? ReasonFault { get; init; }

    /// <summary>Whether legal can hand in revised terms now; the rule itself decides when it is tried.</summary>
    public bool CanRevise => State.Status is AgreementStatus.InApproval or AgreementStatus.ChangesRequested or AgreementStatus.DraftingFailed;

    /// <summary>Whether legal can take it back now.</summary>
    public bool CanWithdraw => !State.Status.IsFinal() && State.Status != AgreementStatus.Executed;

    /// <summary>Whether its next step comes by itself within moments.</summary>
    public bool IsMoving => State.Status is AgreementStatus.Drafting or AgreementStatus.Executed;
}

/// <summary>What the page of one revision shows.</summary>
/// <param name="State">The agreement.</param>
/// <param name="Revision">Which revision.</param>
/// <param name="Draft">Its draft.</param>
/// <param name="Html">The draft as HTML.</param>
public sealed record RevisionReaderModel(AgreementState State, int Revision, DocumentReference Draft, string Html);

/// <summary>What the page of a revision's changes shows.</summary>
/// <param name="State">The agreement.</param>
/// <param name="Revision">Which revision.</param>
/// <param name="Redline">Its changes.</param>
/// <param name="Html">The redline as HTML.</param>
public sealed record RevisionChangesModel(AgreementState State, int Revision, RevisionRedline Redline, string Html);

/// <summary>What the page of a revision's coverage shows.</summary>
/// <param name="State">The agreement.</param>
/// <param name="Coverage">What the revision's draft has of the categories that reviewers look for.</param>
public sealed record RevisionCoverageModel(AgreementState State, RevisionCoverage Coverage);
