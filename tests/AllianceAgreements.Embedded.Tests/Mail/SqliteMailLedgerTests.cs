using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Embedded.Tests.Stores;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Mail;

public sealed class SqliteMailLedgerContract : MailLedgerContract, IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly EmbeddedStores _stores;

    public SqliteMailLedgerContract() => _stores = new EmbeddedStores(_clock);

    protected override IMailLedger Ledger => _stores.Get<IMailLedger>();

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    protected override void Advance(TimeSpan time) => _clock.Advance(time);
}

public sealed class SqliteMailLedgerTests : IAsyncDisposable
{
    private static readonly string Key = MailKeys.HashOf("a mail");

    private readonly EmbeddedStores _stores = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClaimAsync_ClaimedByAProcessThatDied_IsGrantedAtOnce()
    {
        Assert.IsType<MailClaim.Granted>(await ClaimAsync());
        await _stores.RestartAsync();

        Assert.IsType<MailClaim.Granted>(await ClaimAsync());
        Assert.IsType<MailClaim.Held>(await ClaimAsync());
    }

    [Fact]
    public async Task ClaimAsync_SentByAProcessThatDied_IsSent()
    {
        await _stores.Get<IMailLedger>().MarkSentAsync(Assert.IsType<MailClaim.Granted>(await ClaimAsync()), Cancellation);
        await _stores.RestartAsync();

        Assert.IsType<MailClaim.Sent>(await ClaimAsync());
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();

    private ValueTask<MailClaim> ClaimAsync() => _stores.Get<IMailLedger>().ClaimAsync(Key, TimeSpan.FromMinutes(5), Cancellation);
}
