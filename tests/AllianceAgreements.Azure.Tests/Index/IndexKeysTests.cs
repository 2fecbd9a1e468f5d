using AllianceAgreements.Azure.Index;
using AllianceAgreements.Domain.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Index;

public sealed class IndexKeysTests
{
    private static readonly Gen<long> Moment = Gen.Long[0, DateTime.MaxValue.Ticks];
    private static readonly Gen<(long, long)> Moments = Gen.OneOf(Gen.Select(Moment, Moment), Moment.Select(ticks => (ticks, Math.Min(ticks + 1, DateTime.MaxValue.Ticks))));

    [Fact]
    public void Agreement_AnyTwoStarts_LieNewestFirst() => Moments.Sample((one, other) =>
        Assert.Equal(
            Math.Sign(other.CompareTo(one)),
            Compare(IndexKeys.Agreement(AgreementId.New(), one), IndexKeys.Agreement(AgreementId.New(), other), same: one == other)));

    [Fact]
    public void Due_AnyTwoMoments_LieEarliestFirst() => Moments.Sample((one, other) =>
        Assert.Equal(
            Math.Sign(one.CompareTo(other)),
            Compare(IndexKeys.Due(AgreementId.New(), one, 7), IndexKeys.Due(AgreementId.New(), other, 11), same: one == other)));

    [Fact]
    public void FirstDueAt_AnyMoment_LiesBetweenWhatIsDueBeforeAndThen() => Gen.Long[1, DateTime.MaxValue.Ticks].Sample(moment =>
    {
        var id = AgreementId.New();
        Assert.True(Compare(IndexKeys.Due(id, moment - 1, 0), IndexKeys.FirstDueAt(moment), same: false) < 0);
        Assert.True(Compare(IndexKeys.FirstDueAt(moment), IndexKeys.Due(id, moment, 0), same: false) < 0);
        Assert.True(Compare(IndexKeys.Due(id, moment, long.MaxValue), IndexKeys.LastDueOf(id, moment), same: false) < 0);
    });

    [Fact]
    public void Read_WhatWasMade_GivesItBack() => Gen.Select(Moment, Gen.Long[0, long.MaxValue]).Sample((ticks, position) =>
    {
        var id = AgreementId.New();
        Assert.Equal((id, ticks), IndexKeys.ReadAgreement(IndexKeys.Agreement(id, ticks).Row));
        var due = IndexKeys.Due(id, ticks, position);
        Assert.Equal((id, ticks, position), IndexKeys.ReadDue(due.Row));
        Assert.Equal(due, IndexKeys.Due(due.Row));
    });

    /// <summary>How a table has two rows; both comparisons must agree, since filters use them side by side.</summary>
    private static int Compare(RowAddress one, RowAddress other, bool same)
    {
        var partitions = Math.Sign(string.CompareOrdinal(one.Partition, other.Partition));
        var rows = same ? 0 : Math.Sign(string.CompareOrdinal(one.Row, other.Row));
        Assert.True(partitions == 0 || partitions == rows, $"{one} and {other} are one way round by partition and the other by row.");
        return rows;
    }
}
