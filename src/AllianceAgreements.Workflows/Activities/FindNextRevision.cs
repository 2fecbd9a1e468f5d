using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Looks for the first revision after one.</summary>
public sealed class FindNextRevision(AgreementRepository agreements) : Activity<RevisionStep, RevisionAnswer>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<RevisionStep, RevisionAnswer> Name { get; } = new("FindNextRevision");

    /// <inheritdoc/>
    public override async Task<RevisionAnswer> RunAsync(RevisionStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);

        // An earlier revision that got a draft keeps its round; one that was overtaken before it was drafted is passed over.
        var next = state.Revisions.Find(revision =>
            revision.Number > input.Revision && (revision.Round is not null || revision.Number == state.Latest.Number));
        var ended = next is null or { Round: null } && state.Status.IsFinal();
        return new RevisionAnswer(ended ? null : next?.Number, ended);
    }
}
