using System.Text;
using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Intake;

/// <summary>Reading in tests: the faults alone, because nearly every test asks for them.</summary>
internal static class Faults
{
    public static IReadOnlyList<Fault> Of(ReadOnlyMemory<byte> utf8Json) =>
        AgreementIntake.Read(utf8Json) is IntakeResult.Rejected rejected ? rejected.Faults : [];

    public static IReadOnlyList<Fault> Of(JsonNode document) => Of(Encoding.UTF8.GetBytes(document.ToJsonString()));

    public static IReadOnlyList<Fault> Of(string json) => Of(Encoding.UTF8.GetBytes(json));

    /// <summary>The faults of the first sample after edits.</summary>
    public static IReadOnlyList<Fault> After(string edits) => Of(SampleRequests.Edited(SampleRequests.NorthernHeart, edits));

    /// <summary>There is one fault, at the path, and its message holds the fragment.</summary>
    public static void AssertOnly(string path, string fragment, IReadOnlyList<Fault> faults)
    {
        var fault = Assert.Single(faults);
        Assert.Equal(path, fault.Path);
        Assert.Contains(fragment, fault.Message, StringComparison.Ordinal);
    }
}
