using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IMailLedger"/> promises.</summary>
public abstract class MailLedgerContract
{
    private static readonly TimeSpan Duration = TimeSpan.FromMinutes(5);

    private readonly string _key = MailKeys.HashOf(Guid.NewGuid().ToString());

    protected abstract IMailLedger Ledger { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task ClaimAsync_Claimed_IsHeldUntilItsTimeIsOver()
    {
        var first = await GrantAsync();
        Assert.Equal(_key, first.KeyHash);

        Advance(Duration - TimeSpan.FromSeconds(1));
        Assert.IsType<MailClaim.Held>(await ClaimAsync());
        Advance(TimeSpan.FromSeconds(1));
        var second = await GrantAsync();

        Assert.NotEqual(first.Token, second.Token);
        Assert.IsType<MailClaim.Held>(await ClaimAsync());
    }

    [Fact]
    public async Task ClaimAsync_Sent_IsSentForGood()
    {
        await Ledger.MarkSentAsync(await GrantAsync(), Cancellation);

        Assert.IsType<MailClaim.Sent>(await ClaimAsync());
        Advance(TimeSpan.FromDays(3_650));
        Assert.IsType<MailClaim.Sent>(await ClaimAsync());
    }

    [Fact]
    public async Task ClaimAsync_Released_IsGrantedAtOnce()
    {
        await Ledger.ReleaseAsync(await GrantAsync(), Cancellation);

        await GrantAsync();
    }

    [Fact]
    public async Task ClaimAsync_OtherMails_AreTheirOwn()
    {
        await GrantAsync();

        Assert.IsType<MailClaim.Granted>(await Ledger.ClaimAsync(MailKeys.HashOf("another"), Duration, Cancellation));
        Assert.IsType<MailClaim.Granted>(await Ledger.ClaimAsync(_key[..^1] + (_key[^1] == '0' ? '1' : '0'), Duration, Cancellation));
    }

    [Fact]
    public async Task ClaimAsync_ManyAtOnce_GrantsOne()
    {
        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await ClaimAsync(), Cancellation)));

        Assert.Single(claims.OfType<MailClaim.Granted>());
        Assert.Equal(19, claims.OfType<MailClaim.Held>().Count());
    }

    [Fact]
    public async Task ClaimAsync_ManyAtOnceWhenAClaimRanOut_GrantsOne()
    {
        await GrantAsync();
        Advance(Duration);

        var claims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(async () => await ClaimAsync(), Cancellation)));

        Assert.Single(claims.OfType<MailClaim.Granted>());
    }

    [Fact]
    public async Task MarkSentAsync_ClaimTakenOverMeanwhile_HoldsAllTheSame()
    {
        var late = await GrantAsync();
        Advance(Duration);
        var next = await GrantAsync();

        await Ledger.MarkSentAsync(late, Cancellation);
        Assert.IsType<MailClaim.Sent>(await ClaimAsync());

        await Ledger.ReleaseAsync(next, Cancellation);
        Assert.IsType<MailClaim.Sent>(await ClaimAsync());
    }

    [Fact]
    public async Task ReleaseAsync_ClaimTakenOverMeanwhile_ChangesNothing()
    {
        var late = await GrantAsync();
        Advance(Duration);
        await GrantAsync();

        await Ledger.ReleaseAsync(late, Cancellation);

        Assert.IsType<MailClaim.Held>(await ClaimAsync());
    }

    [Fact]
    public async Task MarkSentAsync_Twice_IsAsOnce()
    {
        var claim = await GrantAsync();

        await Ledger.MarkSentAsync(claim, Cancellation);
        await Ledger.MarkSentAsync(claim, Cancellation);

        Assert.IsType<MailClaim.Sent>(await ClaimAsync());
    }

    /// <summary>Moves the clock the ledger goes by.</summary>
    protected abstract void Advance(TimeSpan time);

    private ValueTask<MailClaim> ClaimAsync() => Ledger.ClaimAsync(_key, Duration, Cancellation);

    private async Task<MailClaim.Granted> GrantAsync() => Assert.IsType<MailClaim.Granted>(await ClaimAsync());
}
