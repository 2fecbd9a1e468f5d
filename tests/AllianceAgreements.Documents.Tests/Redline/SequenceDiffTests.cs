using AllianceAgreements.Documents.Redline;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Redline;

public sealed class SequenceDiffTests
{
    private static readonly Gen<int[]> Sequences = Gen.Int[0, 6].Array[0, 40];

    [Fact]
    public void Match_AnySequences_PairsEqualItemsInOrder() =>
        Gen.Select(Sequences, Sequences).Sample((before, after) =>
        {
            var matches = SequenceDiff.Match(before, after);

            Assert.Equal(before.Length, matches.Length);
            var matched = matches.Index().Where(match => match.Item >= 0).ToArray();
            Assert.All(matched, match => Assert.Equal(before[match.Index], after[match.Item]));
            Assert.Equal(matched.Select(match => match.Item).Distinct().Order(), matched.Select(match => match.Item));
        });

    [Fact]
    public void Match_OneItemReplaced_KeepsEveryOther() =>
        Gen.Select(Sequences.Where(items => items.Length > 0), Gen.Int[0, 1000]).Sample((before, at) =>
        {
            var place = at % before.Length;
            int[] after = [.. before];
            after[place] = 99;

            Assert.Equal(before.Length - 1, SequenceDiff.Match(before, after).Count(match => match >= 0));
        });

    /// <summary>A search that is quadratic would not come back within the patience of whoever runs this.</summary>
    [Fact]
    public void Match_LongSequencesThatShareNothingInOrder_ComesBack()
    {
        const int Length = 1_000_000;
        int[] before = [.. Enumerable.Range(0, Length).Select(index => index % 1_000)];
        int[] after = [.. Enumerable.Range(0, Length).Select(index => index * 7919L % 1_000).Select(item => (int)item).Reverse()];

        var matches = SequenceDiff.Match(before, after);

        Assert.Contains(matches, match => match >= 0);
    }

    [Fact]
    public void Match_LongSequencesOfOneItem_KeepsThemAll()
    {
        var before = new int[200_000];
        var after = new int[200_001];

        Assert.DoesNotContain(-1, SequenceDiff.Match(before, after));
    }
}
