using AllianceAgreements.Embedded.Engine.Replay;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class DeterministicGuidTests
{
    [Fact]
    public void Create_RfcExample_IsTheOneOfTheRfc() =>
        // RFC 9562, appendix A.4: "www.example.com" in the DNS namespace.
        Assert.Equal(
            new Guid("2ed6657d-e927-568b-95e1-2665a8aea6a2"),
            DeterministicGuid.Create(new Guid("6ba7b810-9dad-11d1-80b4-00c04fd430c8"), "www.example.com"));

    [Fact]
    public void Create_OtherName_IsAnother() => Assert.NotEqual(DeterministicGuid.Create("a"), DeterministicGuid.Create("b"));
}
