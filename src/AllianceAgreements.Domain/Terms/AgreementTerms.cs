using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Terms;

/// <summary>A request that passed validation. Only intake makes one, so whoever holds it need not check again.</summary>
public sealed class AgreementTerms
{
    internal AgreementTerms(AgreementRequest request) => Request = request;

    /// <summary>The validated request.</summary>
    public AgreementRequest Request { get; }

    /// <summary>The lead organisation.</summary>
    public Party Lead => Request.Parties.Single(party => party.Role == PartyRole.Lead);
}
