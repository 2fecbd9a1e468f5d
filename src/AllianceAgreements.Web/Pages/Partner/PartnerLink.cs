using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>Finds out whose link it is.</summary>
internal sealed class PartnerLinkReader(AgreementRepository agreements, LinkTokens tokens, TimeProvider time)
{
    /// <summary>The link's holder and agreement; null when the link is none, or was altered.</summary>
    public async ValueTask<PartnerLink?> FindAsync(AgreementId id, LinkPurpose purpose, string token, CancellationToken cancellationToken) =>
        await agreements.FindAsync(id, cancellationToken) is { } state && tokens.Find(state, purpose, token, time.GetUtcNow()) is { } holder
            ? new PartnerLink(state, holder, token)
            : null;
}

/// <summary>A link that is one.</summary>
/// <param name="State">The agreement.</param>
/// <param name="Holder">Whose link it is, and whether it still acts.</param>
/// <param name="Token">The link's secret; goes into addresses of the same page, and nowhere else.</param>
public sealed record PartnerLink(AgreementState State, LinkHolder Holder, string Token)
{
    /// <inheritdoc/>
    public override string ToString() => $"{nameof(PartnerLink)} {{ {State.Id}, {Holder.Person.Key} }}";
}
