using System.Text;
using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Tests.Intake;

/// <summary>Reading in tests: the faults alone, because nearly every test asks for them.</summary>
internal static class Faults
{
    public static IReadOnlyList<Fault> Of(ReadOnlyMemory<byte> utf8Json) =>
        AgreementIntake.Read(utf8Json) is IntakeResult.Rejected rejected ? rejected.Faults : [];

    public static IReadOnlyList<Fault> Of(JsonNode document) => Of(Encoding.UTF8.GetBytes(document.ToJsonString()));

    public static IReadOnlyList<Fault> Of(string json) => Of(Encoding.UTF8.GetBytes(json));
}
