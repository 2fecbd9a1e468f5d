using System.Globalization;
using System.Text.Json;
using AllianceAgreements.Functions.Sweep;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Sweep;

public sealed class SweepFunctionTests
{
    [Fact]
    public void LookAtMost_FunctionTimeoutOfTheHost_LeavesTimeToWakeWhatIsOverdue()
    {
        using var host = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "host.json")));

        var timeout = TimeSpan.Parse(host.RootElement.GetProperty("functionTimeout").GetString()!, CultureInfo.InvariantCulture);

        Assert.InRange(timeout - SweepFunction.LookAtMost, TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15));
    }
}
