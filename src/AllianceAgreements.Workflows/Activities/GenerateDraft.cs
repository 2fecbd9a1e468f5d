using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>
/// Drafts a revision from its terms and the templates the agreement is pinned to, and shows what changed since the draft before. False
/// when it cannot be drafted; the record then says why.
/// </summary>
public sealed class GenerateDraft(
    AgreementRepository agreements, IDocumentStore documents, PinnedTemplates pinnedTemplates, IDrafter drafter, IRedliner redliner,
    ILogger<GenerateDraft> logger)
    : Activity<RevisionStep, bool>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<RevisionStep, bool> Name { get; } = new("GenerateDraft");

    /// <inheritdoc/>
    public override async Task<bool> RunAsync(RevisionStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        if (state.FindRevision(input.Revision) is not { } revision)
        {
            throw new InvalidDataException($"Agreement {input.Agreement} has no revision {input.Revision}.");
        }

        if (revision.Draft is not null)
        {
            return true;
        }

        var outcome = await DraftAsync(state, revision, cancellationToken);
        var result = await agreements.ExecuteAsync(
            input.Agreement, Actor.System, (current, _) => AgreementRules.RecordDraft(current, outcome), cancellationToken);
        return result.After?.FindRevision(input.Revision)?.Draft is not null;
    }

    private async Task<AgreementEvent> DraftAsync(AgreementState state, Revision revision, CancellationToken cancellationToken)
    {
        var templates = await pinnedTemplates.ReadAsync(state.Templates, cancellationToken);
        var terms = await AgreementService.ReadTermsAsync(documents, state, revision, cancellationToken);
        try
        {
            var draft = drafter.Draft(templates, new DraftingInput(terms, state.Reference, revision.Number));
            var document = await StoreAsync(state, revision, DocumentKind.Draft, DocumentNames.Draft(state, revision.Number), draft, cancellationToken);
            return new DraftGenerated(revision.Number, document, await CompareAsync(state, revision, draft, cancellationToken));
        }
        catch (InvalidTemplateException exception)
        {
            logger.DraftingFailed(state.Id.Value, revision.Number, $"{exception.Faults.Count} faults in the templates");
            return new DraftingFailed(revision.Number, exception.Message);
        }
    }

    /// <summary>What changed since the last revision that has a draft; null when there is none. The same every time.</summary>
    private async Task<RevisionRedline?> CompareAsync(AgreementState state, Revision revision, byte[] draft, CancellationToken cancellationToken)
    {
        if (state.Revisions.FindLast(earlier => earlier.Number < revision.Number && earlier.Draft is not null) is not { Draft: { } former } since)
        {
            return null;
        }

        var before = await documents.ReadAsync(DocumentFolder.ForRevision(state.Id, since.Number), former.Sha256, cancellationToken);
        try
        {
            var redline = redliner.Compare(before, draft, new RedlineStamp($"Revision {revision.Number}", revision.SubmittedAt));
            var name = DocumentNames.Redline(state, revision.Number, since.Number);
            return new RevisionRedline(
                since.Number, await StoreAsync(state, revision, DocumentKind.Redline, name, redline, cancellationToken));
        }
        catch (InvalidDataException exception)
        {
            // The draft is what counts; nobody waits for a comparison.
            logger.NotCompared(exception, state.Id.Value, revision.Number, since.Number);
            return null;
        }
    }

    private async Task<DocumentReference> StoreAsync(
        AgreementState state, Revision revision, DocumentKind kind, string name, byte[] content, CancellationToken cancellationToken)
    {
        var sha256 = await documents.PutAsync(DocumentFolder.ForRevision(state.Id, revision.Number), content, cancellationToken);
        return new DocumentReference(kind, name, sha256, content.Length);
    }
}
