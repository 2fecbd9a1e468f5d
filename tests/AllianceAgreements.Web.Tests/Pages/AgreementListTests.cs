using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Tests.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Web.Tests.Pages;

public sealed class AgreementListTests
{
    [Fact]
    public async Task List_NothingFoundSoFar_LeadsFurtherWithEveryFilterKept()
    {
        await using var host = await WebHost.StartAsync(replace: services => services.AddSingleton<IAgreementIndex>(new SlowIndex()));
        using var legal = await host.Browse().SignInAsync("Legal");

        var first = await legal.GetAsync("/?q=imaging&party=Lakeside&status=Signing");
        var second = await legal.GetAsync("/?q=imaging&party=Lakeside&status=Signing&continuation=further");

        Assert.Contains("None of the agreements looked at so far matches.", first.Text, StringComparison.Ordinal);
        Assert.Contains("/?status=Signing&q=imaging&party=Lakeside&continuation=further", first.Links);
        Assert.Contains("value=\"Lakeside\"", first.Html, StringComparison.Ordinal);
        Assert.Contains("No further agreement matches.", second.Text, StringComparison.Ordinal);
    }

    /// <summary>An index that looks through many agreements, and stops halfway for those who may have seen enough.</summary>
    private sealed class SlowIndex : IAgreementIndex
    {
        public ValueTask<AgreementPage> QueryAsync(AgreementQuery query, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new AgreementPage([], query.Continuation is null ? "further" : null));

        public ValueTask UpsertAsync(AgreementSummary summary, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<IReadOnlyDictionary<AgreementId, long>> FindPositionsAsync(
            IReadOnlyCollection<AgreementId> ids, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlyDictionary<AgreementId, long>>(new Dictionary<AgreementId, long>());

        public ValueTask RemoveAsync(AgreementId id, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public IAsyncEnumerable<RecordHead> ListAsync(CancellationToken cancellationToken) => AsyncEnumerable.Empty<RecordHead>();
    }
}
