using AllianceAgreements.Domain.Intake.Reading;
using AllianceAgreements.Domain.Intake.Validation;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Domain.Intake;

/// <summary>Reads and validates requests. Pure: the same bytes give the same result.</summary>
public static class AgreementIntake
{
    /// <summary>The largest request accepted, in bytes: 1 MiB.</summary>
    public const int MaximumBytes = JsonSyntax.MaximumBytes;

    /// <summary>The largest logo accepted, in bytes of its file: 256 KiB.</summary>
    public const int MaximumLogoBytes = LogoRules.MaximumBytes;

    /// <summary>
    /// The terms, or every fault at once, in document order. Never throws for anything a sender can write.
    /// </summary>
    /// <remarks>
    /// A request that is not JSON has one fault at "$". Otherwise structure (names, kinds, dates) and rules (ranges,
    /// references, consistency) are reported together; a rule that would have to read a field which is itself faulty
    /// is left out, so that one mistake is told once. At most 500 faults are listed; then the last one says so.
    /// </remarks>
    /// <param name="utf8Json">One JSON object (RFC 8259) in UTF-8; a byte order mark is ignored.</param>
    public static IntakeResult Read(ReadOnlyMemory<byte> utf8Json)
    {
        if (!JsonSyntax.TryParse(utf8Json, out var document, out var problem))
        {
            return new IntakeResult.Rejected([new Fault(JsonPath.Root.ToString(), problem)]);
        }

        using (document)
        {
            var faults = new FaultList();
            var request = StructureReader.Read(document.RootElement, faults);
            if (request is not null)
            {
                RequestRules.Check(request, faults);
            }

            return request is null || faults.Any
                ? new IntakeResult.Rejected(faults.InOrderOf(document.RootElement))
                : new IntakeResult.Accepted(new AgreementTerms(PartySpelling.Apply(request)));
        }
    }
}
