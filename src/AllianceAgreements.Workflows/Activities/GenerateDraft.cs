using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Drafts a revision from its terms and the templates the agreement is pinned to. False when it cannot be drafted; the record then says why.</summary>
public sealed class GenerateDraft(
    AgreementRepository agreements, IDocumentStore documents, IDrafter drafter, ILogger<GenerateDraft> logger) : Activity<RevisionStep, bool>
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
        var templates = new List<TemplateFile>(state.Templates.Count);
        foreach (var version in state.Templates)
        {
            templates.Add(new TemplateFile(version.Name, await documents.ReadAsync(DocumentFolder.Templates, version.Sha256, cancellationToken)));
        }

        var terms = await AgreementService.ReadTermsAsync(documents, state, revision, cancellationToken);
        try
        {
            var draft = drafter.Draft(templates, new DraftingInput(terms, state.Reference, revision.Number));
            var sha256 = await documents.PutAsync(DocumentFolder.ForRevision(state.Id, revision.Number), draft, cancellationToken);
            return new DraftGenerated(revision.Number, new DocumentReference(
                DocumentKind.Draft, DocumentNames.Draft(state, revision.Number), sha256, draft.Length));
        }
        catch (InvalidTemplateException exception)
        {
            logger.DraftingFailed(state.Id.Value, revision.Number, $"{exception.Faults.Count} faults in the templates");
            return new DraftingFailed(revision.Number, exception.Message);
        }
    }
}
