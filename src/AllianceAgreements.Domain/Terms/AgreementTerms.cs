using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Terms;

/// <summary>A request that passed validation. Only intake makes one, so whoever holds it need not check again.</summary>
public sealed class AgreementTerms
{
    internal AgreementTerms(AgreementRequest request) => Request = request;

    /// <summary>The validated request. Wherever it names a party, it does so exactly as the party's short name is written.</summary>
    public AgreementRequest Request { get; }

    /// <summary>The lead organisation.</summary>
    public Party Lead => Request.Parties.Single(party => party.Role == PartyRole.Lead);

    /// <summary>Terms that <see cref="ToUtf8Json"/> stored.</summary>
    /// <exception cref="InvalidDataException">The bytes are not what was stored: they do not pass intake. Names the first faults.</exception>
    public static AgreementTerms FromStored(ReadOnlyMemory<byte> utf8Json) => AgreementIntake.Read(utf8Json) switch
    {
        IntakeResult.Accepted accepted => accepted.Terms,
        IntakeResult.Rejected rejected => throw new InvalidDataException(
            $"The stored terms do not pass: {string.Join("; ", rejected.Faults.Take(3).Select(fault => $"{fault.Path} {fault.Message}"))}."),
        _ => throw new InvalidOperationException("An intake result is either accepted or rejected."),
    };

    /// <summary>The terms document that is stored: see <see cref="CanonicalJson"/>.</summary>
    public byte[] ToUtf8Json() => CanonicalJson.Write(Request);
}
