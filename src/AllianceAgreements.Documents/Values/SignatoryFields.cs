using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Values;

/// <summary>A person who signs, with the party signed for.</summary>
internal sealed class SignatoryFields
{
    private SignatoryFields(Party party)
    {
        Signatory = party.Signatory;
        Party = new PartyFields(party);
    }

    /// <summary>The person, whose fields (name, title, email) stand beside the following.</summary>
    [Flatten]
    public Signatory Signatory { get; }

    /// <summary>The party.</summary>
    public PartyFields Party { get; }

    /// <summary>All signatories in the order in which they sign; all at once means the order of the request.</summary>
    public static IReadOnlyList<SignatoryFields> InSigningOrder(AgreementRequest request)
    {
        var parties = request.SigningPolicy.Order == SigningOrder.Sequential
            ? request.Parties.OrderBy(party => party.Role == PartyRole.Lead)
            : request.Parties.AsEnumerable();
        return [.. parties.Select(party => new SignatoryFields(party))];
    }
}
