using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Record;

public sealed class RecordChainTests
{
    // printf '%s' '<the line without its last member>}' | sha256sum
    private const string KnownHash = "9b1dabc1e237dfbf8a715989ecad5ee8c2523c076c7471558359575c9eeec9ef";
    private const string KnownBody =
        "{\"position\":0,\"at\":\"2026-03-02T09:00:00.0000000Z\",\"actor\":{\"kind\":\"Partner\",\"name\":\"Zoë Ødegård\"},"
        + "\"type\":\"ApprovalDeclined\",\"data\":{\"revision\":1,\"approver\":\"approver-1-1\",\"typedName\":\"Zoë Ødegård\",\"reason\":\"Too \\\"dear\\\"\"},"
        + "\"previousHash\":\"0000000000000000000000000000000000000000000000000000000000000000\"}";

    private static RecordEntry Known => RecordEntry.After(
        null,
        new ApprovalDeclined(1, "approver-1-1", "Zoë Ødegård", "Too \"dear\"", null),
        new Actor(ActorKind.Partner, "Zoë Ødegård"),
        new DateTimeOffset(2026, 3, 2, 11, 0, 0, TimeSpan.FromHours(2)));

    [Fact]
    public void After_KnownEntry_HasTheKnownLineAndHash()
    {
        Assert.Equal($"{KnownBody[..^1]},\"hash\":\"{KnownHash}\"}}", Encoding.UTF8.GetString(Known.Line.Span));
        Assert.Equal(KnownHash, Known.Hash);
        Assert.Equal(KnownHash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(KnownBody))));
    }

    [Fact]
    public void After_Entry_HoldsTheHashOfTheOneBefore()
    {
        var next = RecordEntry.After(Known, new ConclusionNoticeSent("zoe@example.org"), Actor.System, Known.At.AddSeconds(1));

        Assert.Equal(KnownHash, next.PreviousHash);
        Assert.Equal(1, next.Position);
    }

    [Fact]
    public void After_ClockThatWentBack_NeverGoesBackItself()
    {
        var next = RecordEntry.After(Known, new ConclusionNoticeSent("zoe@example.org"), Actor.System, Known.At.AddHours(-1));

        Assert.Equal(Known.At, next.At);
    }

    [Fact]
    public void Parse_EveryEntryOfALife_ReadsTheSameAgain()
    {
        foreach (var entry in ScriptedAgreement.Executed().Entries)
        {
            var read = RecordEntry.Parse(entry.Line);

            Assert.Equal((entry.Position, entry.At, entry.Actor, entry.Type, entry.PreviousHash, entry.Hash),
                (read.Position, read.At, read.Actor, read.Type, read.PreviousHash, read.Hash));
            Assert.Equivalent(entry.Event, read.Event, strict: true);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"position\":0}")]
    [InlineData("not json")]
    public void Parse_NoEntry_ThrowsInvalidData(string line) =>
        Assert.Throws<InvalidDataException>(() => RecordEntry.Parse(Encoding.UTF8.GetBytes(line)));

    [Theory]
    [InlineData("\"type\":\"ApprovalDeclined\"", "\"type\":\"ApprovalDreamt\"")]
    [InlineData("\"kind\":\"Partner\"", "\"kind\":3")]
    [InlineData("\"kind\":\"Partner\"", "\"kind\":\"Nobody\"")]
    [InlineData("\"approver\":\"approver-1-1\",", "")]
    [InlineData("\"approver\":\"approver-1-1\"", "\"approver\":null")]
    [InlineData("\"at\":\"2026-03-02T09:00:00.0000000Z\"", "\"at\":null")]
    [InlineData("\"at\":\"2026-03-02T09:00:00.0000000Z\"", "\"at\":\"2026-03-02\"")]
    [InlineData("\"position\":0", "\"position\":0.5")]
    [InlineData("\"revision\":1,", "")]
    public void Parse_MemberMissingNullOrOfAnotherKind_ThrowsInvalidData(string original, string replacement)
    {
        var line = Encoding.UTF8.GetString(Known.Line.Span);
        var changed = line.Replace(original, replacement, StringComparison.Ordinal);
        Assert.NotEqual(line, changed);

        Assert.Throws<InvalidDataException>(() => RecordEntry.Parse(Encoding.UTF8.GetBytes(changed)));
    }

    [Fact]
    public void Parse_MemberOfALaterVersion_IsPassedOver()
    {
        var line = Encoding.UTF8.GetString(Known.Line.Span).Replace("\"reason\":", "\"later\":1,\"reason\":", StringComparison.Ordinal);

        Assert.Equal(Known.Event, RecordEntry.Parse(Encoding.UTF8.GetBytes(line)).Event);
    }

    [Fact]
    public void FindFault_WholeRecord_IsNull()
    {
        var lines = ScriptedAgreement.Executed().Entries.Select(entry => entry.Line);

        Assert.Null(RecordChain.FindFault(lines));
        Assert.Null(RecordChain.FindFault([]));
    }

    [Fact]
    public void FindFault_AnyByteChanged_FindsThatLine()
    {
        var lines = ScriptedAgreement.Executed().Entries.Take(3).Select(entry => entry.Line.ToArray()).ToList();
        for (var i = 0; i < lines.Count; i++)
        {
            for (var place = 0; place < lines[i].Length; place++)
            {
                lines[i][place] ^= 1;
                var fault = RecordChain.FindFault(lines.Select(line => (ReadOnlyMemory<byte>)line));
                Assert.True(fault is not null && (fault.Contains($"Line {i + 1} ", StringComparison.Ordinal)
                    || fault.Contains($"Entry {i} ", StringComparison.Ordinal)), $"Line {i}, byte {place}: {fault}");
                lines[i][place] ^= 1;
            }
        }
    }
}
