using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Makes the links that partners are mailed. Made when a mail is, never kept.</summary>
public sealed class PartnerLinks(LinkTokens tokens, PublicAddress address)
{
    /// <summary>The link to review a revision.</summary>
    public Uri Review(AgreementId agreement, int round, string person) => Make(agreement, "review", LinkPurpose.Review, round, person);

    /// <summary>The link to what a revision changed: the same right, another page.</summary>
    public Uri Changes(AgreementId agreement, int round, string person) => new($"{Review(agreement, round, person)}/changes");

    /// <summary>The link to sign the approved revision.</summary>
    public Uri Sign(AgreementId agreement, int round, string person) => Make(agreement, "sign", LinkPurpose.Sign, round, person);

    private Uri Make(AgreementId agreement, string page, LinkPurpose purpose, int round, string person) =>
        new(address.BaseUri, $"{page}/{agreement}/{tokens.Create(agreement, purpose, round, person)}");
}
