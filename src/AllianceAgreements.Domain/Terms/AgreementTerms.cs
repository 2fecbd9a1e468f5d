using System.Text.Json;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Terms;

/// <summary>A request that passed validation. Only intake makes one, so whoever holds it need not check again.</summary>
public sealed class AgreementTerms
{
    internal AgreementTerms(AgreementRequest request) => Request = request;

    /// <summary>The validated request. Wherever it names a party, it does so exactly as the party's short name is written.</summary>
    public AgreementRequest Request { get; }

    /// <summary>The lead organization.</summary>
    public Party Lead => Request.Parties.Single(party => party.Role == PartyRole.Lead);

    /// <summary>
    /// Terms that <see cref="ToUtf8Json"/> stored. They passed intake when they came in and are not judged again, so that a rule made
    /// stricter since then strands no agreement under way.
    /// </summary>
    /// <exception cref="InvalidDataException">The bytes are not a request; names the first place that is wrong.</exception>
    public static AgreementTerms FromStored(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            return new AgreementTerms(JsonSerializer.Deserialize<AgreementRequest>(utf8Json.Span, RequestJson.Options)
                ?? throw new InvalidDataException("The stored terms are empty."));
        }
        catch (JsonException exception)
        {
            throw new InvalidDataException($"The stored terms cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The terms document that is stored: see <see cref="CanonicalJson"/>.</summary>
    public byte[] ToUtf8Json() => CanonicalJson.Write(Request);
}
