using AllianceAgreements.Domain.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Record;

public sealed class AgreementIdTests
{
    [Fact]
    public void New_AnyNumber_AreDistinctAndReadBack()
    {
        var ids = Enumerable.Range(0, 1_000).Select(_ => AgreementId.New()).ToList();

        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Equal(id, AgreementId.Parse(id.Value)));
        Assert.All(ids, id => Assert.Equal(26, id.Value.Length));
    }

    [Fact]
    public void FromIdempotencyKey_SameCallerAndKey_IsTheSameId()
    {
        Assert.Equal(AgreementId.FromIdempotencyKey("legal", "1"), AgreementId.FromIdempotencyKey("legal", "1"));
        Assert.NotEqual(AgreementId.FromIdempotencyKey("legal", "1"), AgreementId.FromIdempotencyKey("legal", "2"));
        Assert.NotEqual(AgreementId.FromIdempotencyKey("legal", "1"), AgreementId.FromIdempotencyKey("other", "1"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0123456789012345678901234")]
    [InlineData("012345678901234567890123456")]
    [InlineData("0123456789012345678901234A")]
    [InlineData("0123456789012345678901234i")]
    [InlineData("../../../../../../../../..")]
    public void TryParse_NoId_IsFalse(string? text)
    {
        Assert.False(AgreementId.TryParse(text, out _));
        Assert.Throws<FormatException>(() => AgreementId.Parse(text!));
    }

    [Fact]
    public void ToReference_KnownId_IsYearAndEightCharacters() =>
        Assert.Equal("AA-2026-7F3K-9Q2M", AgreementId.Parse("7f3k9q2m901234567890123456"[..26]).ToReference(2026));

    [Fact]
    public void IsReference_OwnReference_OnlyIsOne() => Gen.Select(Gen.Int[0, 9999], Gen.Int[0, 16], Gen.Char["0123456789ABCXYZ-"]).Sample((year, place, other) =>
    {
        var id = AgreementId.New();
        var reference = id.ToReference(year);
        var changed = string.Concat(reference.AsSpan(0, place), other.ToString(), reference.AsSpan(place + 1));
        Assert.True(id.IsReference(reference));
        Assert.Equal(changed == reference || place is >= 3 and <= 6 && char.IsAsciiDigit(other), id.IsReference(changed));
        Assert.False(id.IsReference(reference[..^1]));
    });
}
