using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;

namespace AllianceAgreements.Web.Tests;

public sealed class SmokeTests
{
    [Fact]
    public async Task Journey_ThroughPages_EndsExecuted()
    {
        await using var host = await WebHost.StartAsync();

        var state = await host.SignedAgreementAsync();

        Assert.Contains(state.Status, new[] { AgreementStatus.Executed, AgreementStatus.Archived });
    }
}
