using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="ISweepCursor"/> promises.</summary>
public abstract class SweepCursorContract
{
    private static readonly DateTimeOffset Begun = new(2027, 1, 4, 2, 20, 0, 123, TimeSpan.Zero);

    protected abstract ISweepCursor Cursor { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task FindAsync_NothingSaved_IsNull() => Assert.Null(await Cursor.FindAsync(Cancellation));

    [Fact]
    public async Task FindAsync_SavedTwice_IsTheLaterPlace()
    {
        var place = new SweepPlace(AgreementId.New(), Begun);
        await Cursor.SaveAsync(new SweepPlace(AgreementId.New(), Begun.AddDays(-1)), Cancellation);
        await Cursor.SaveAsync(place, Cancellation);

        Assert.Equal(place, await Cursor.FindAsync(Cancellation));
    }

    [Fact]
    public async Task ClearAsync_Saved_ForgetsIt()
    {
        await Cursor.SaveAsync(new SweepPlace(AgreementId.New(), Begun), Cancellation);

        await Cursor.ClearAsync(Cancellation);
        Assert.Null(await Cursor.FindAsync(Cancellation));
        await Cursor.ClearAsync(Cancellation);
    }
}
