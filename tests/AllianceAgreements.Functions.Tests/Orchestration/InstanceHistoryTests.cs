using AllianceAgreements.Functions.Orchestration;
using DurableTask.Core.History;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Orchestration;

public sealed class InstanceHistoryTests
{
    // As the platform tells an instance that it is rewound.
    [Fact]
    public void ToOurs_Rewound_ShowsTheReason()
    {
        var shown = Assert.Single(InstanceHistory.ToOurs([new GenericEvent(-1, "tenant/object: The store is back.")]));

        Assert.Equal("GenericEvent", shown.Type);
        Assert.Equal("\"tenant/object: The store is back.\"", shown.Data);
    }
}
