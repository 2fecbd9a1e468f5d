using AllianceAgreements.Domain.Coverage;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Components;

/// <summary>What drafts have of the categories that reviewers look for, read from the drafts themselves; remembers the latest ones.</summary>
internal sealed class DraftCoverage(IDocumentOutline outline, IDocumentStore documents, ILogger<DraftCoverage> logger) : IDisposable
{
    private const int MaximumDrafts = 256;

    private readonly MemoryCache _cache = new(new MemoryCacheOptions { SizeLimit = MaximumDrafts });

    /// <summary>The coverage of the newest draft of an agreement; null when it has none, or none that can be read.</summary>
    public ValueTask<RevisionCoverage?> FindAsync(AgreementState state, CancellationToken cancellationToken) =>
        ReadAsync(state, state.Revisions.LastOrDefault(revision => revision.Draft is not null), cancellationToken);

    /// <summary>The coverage of one revision's draft; null when there is no such draft, or none that can be read.</summary>
    public ValueTask<RevisionCoverage?> FindAsync(AgreementState state, int revision, CancellationToken cancellationToken) =>
        ReadAsync(state, state.FindRevision(revision), cancellationToken);

    /// <summary>Forgets what was read.</summary>
    public void Dispose() => _cache.Dispose();

    private async ValueTask<RevisionCoverage?> ReadAsync(AgreementState state, Revision? revision, CancellationToken cancellationToken)
    {
        if (revision is not { Draft: { } draft })
        {
            return null;
        }

        if (!_cache.TryGetValue(draft.Sha256, out IReadOnlyList<CategoryCoverage>? categories))
        {
            try
            {
                var content = await documents.ReadAsync(DocumentFolder.ForRevision(state.Id, revision.Number), draft.Sha256, cancellationToken);
                categories = CoverageMap.Read(state.Form, outline.Read(content));
            }
            catch (InvalidDataException exception)
            {
                logger.PreviewFailed(draft.Sha256, exception);
                return null;
            }

            _cache.Set(draft.Sha256, categories, new MemoryCacheEntryOptions { Size = 1 });
        }

        return new RevisionCoverage(state.Id, revision.Number, draft, categories!);
    }
}

/// <summary>What a draft has of the categories that reviewers look for.</summary>
/// <param name="Agreement">The agreement.</param>
/// <param name="Revision">The revision.</param>
/// <param name="Draft">Its draft.</param>
/// <param name="Categories">The categories, in their order.</param>
public sealed record RevisionCoverage(AgreementId Agreement, int Revision, DocumentReference Draft, IReadOnlyList<CategoryCoverage> Categories)
{
    /// <summary>Where a clause is shown.</summary>
    public string ToClause(DocumentClause clause) => $"{Routes.ToRevision(Agreement, Revision)}#{clause.Anchor}";

    /// <summary>How many categories are so.</summary>
    public int Count(CoverageStatus status) => Categories.Count(category => category.Status == status);
}
