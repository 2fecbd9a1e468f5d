using AllianceAgreements.Functions.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Web;

public sealed class ForwardedForTests
{
    [Theory]
    [InlineData("""{"Host":"x","X-Forwarded-For":"203.0.113.9, 198.51.100.7:4711"}""", "203.0.113.9, 198.51.100.7:4711")]
    [InlineData("""{"x-forwarded-for":"198.51.100.7"}""", "198.51.100.7")]
    public void Restore_HeaderReachedTheHost_IsAsItWas(string headers, string expected) =>
        Assert.Equal(expected, Restore(new() { ["Headers"] = headers }));

    [Theory]
    [InlineData("""{"Host":"x"}""")]
    [InlineData("""{"X-Forwarded-For":""}""")]
    [InlineData(null)]
    public void Restore_HostMadeTheHeader_IsGone(string? headers) => Assert.Null(Restore(new() { ["Headers"] = headers }));

    [Fact]
    public void Restore_NoDataOfTheTrigger_HeaderIsGone() => Assert.Null(Restore([]));

    private static string? Restore(Dictionary<string, object?> data)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers["X-Forwarded-For"] = "127.0.0.1";
        ForwardedFor.Restore(request, new TriggerData(data));
        return request.Headers.TryGetValue("X-Forwarded-For", out var value) ? value.ToString() : null;
    }

    private sealed class TriggerData(Dictionary<string, object?> data) : BindingContext
    {
        public override IReadOnlyDictionary<string, object?> BindingData => data;
    }
}
