using System.Text;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Tests.Record;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Domain.Tests.Archive;

/// <summary>Archives may be anything; whatever they are, verification answers.</summary>
public sealed class ArchiveFuzzTests
{
    private static readonly Gen<byte[]> Bytes = Gen.Byte.Array[0, 300];

    [Fact]
    public async Task VerifyAsync_RandomBytesInAnyFile_IsFaulty()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        var gen = Gen.Select(Gen.OneOf([.. archive.Files.Keys.Order(StringComparer.Ordinal)]), Bytes);

        await gen.SampleAsync(async (path, content) =>
        {
            var damaged = archive.Copy();
            damaged.Files[path] = content;
            Assert.NotNull(await damaged.FindFaultAsync());
        }, iter: 1_000);
    }

    [Fact]
    public async Task VerifyAsync_ManifestMutatedWithItsChecksum_NeverThrows()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());

        await Mutations(archive.Files["manifest.json"]).SampleAsync(
            async manifest => _ = await archive.WithManifestBytes(manifest).FindFaultAsync(), iter: 2_000);
    }

    [Fact]
    public async Task VerifyAsync_EntryMutatedAndRechained_NeverThrows()
    {
        var archive = await MemoryArchive.BuildAsync(ScriptedAgreement.Executed());
        var lines = archive.RecordLines;
        var gen =
            from index in Gen.Int[0, lines.Count - 1]
            from line in Mutations(lines[index])
            select (index, line);

        await gen.SampleAsync(async mutation =>
        {
            var mutated = lines.ToList();
            mutated[mutation.index] = mutation.line;
            _ = await archive.WithRecord(Rechain(mutated)).FindFaultAsync();
        }, iter: 3_000);
    }

    [Fact]
    public void Parse_MutatedLine_ThrowsInvalidDataOrReads()
    {
        var lines = ScriptedAgreement.Executed().Entries.Select(entry => entry.Line.ToArray()).ToArray();
        Gen.OneOf(lines).SelectMany(Mutations).Sample(line =>
        {
            try
            {
                var entry = RecordEntry.Parse(line);
                _ = RecordEntry.After(null, entry.Event, entry.Actor, entry.At);
            }
            catch (InvalidDataException)
            {
                return;
            }
        }, iter: 5_000);
    }

    // Changes that keep most lines JSON, so that what reads deeper is reached.
    private static Gen<byte[]> Mutations(byte[] original)
    {
        string[] tokens = ["null", "{}", "[]", "[null]", "0", "-1", "1e400", "99999999999999999999", "\"\"", "\"\\ud800\"", "true", "2147483647"];
        var text = Encoding.UTF8.GetString(original);
        int[] values = [.. Enumerable.Range(1, text.Length - 1).Where(i => text[i - 1] == ':' && text[i] is not ('/' or ' ') || text[i] is '[' or '{')];
        var token =
            from at in Gen.OneOf(values)
            from length in Gen.Int[0, 40]
            from replacement in Gen.OneOf(tokens)
            select Encoding.UTF8.GetBytes(text[..at] + replacement + Rest(text, at, length));
        var bits =
            from at in Gen.Int[0, original.Length - 1]
            from value in Gen.Byte
            select (byte[])[.. original[..at], value, .. original[(at + 1)..]];
        return Gen.OneOf(token, token, bits);
    }

    // Skips the value that stands there, or a random stretch.
    private static string Rest(string text, int at, int length)
    {
        var end = text[at] switch
        {
            '"' => text.IndexOf('"', at + 1) + 1,
            '{' => text.IndexOf('}', at) + 1,
            '[' => text.IndexOf(']', at) + 1,
            _ => text.IndexOfAny([',', '}', ']', '\n'], at),
        };
        return text[(end > at ? end : Math.Min(text.Length, at + length))..];
    }

    private static IEnumerable<byte[]> Rechain(IEnumerable<byte[]> lines)
    {
        var previous = RecordEntry.Genesis;
        foreach (var line in lines)
        {
            var text = Encoding.UTF8.GetString(line);
            var tail = text.IndexOf(",\"previousHash\"", StringComparison.Ordinal);
            var body = tail < 0 ? text : $"{text[..tail]},\"previousHash\":\"{previous}\"}}";
            previous = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(body)));
            yield return body.Length == 0 ? [] : Encoding.UTF8.GetBytes($"{body[..^1]},\"hash\":\"{previous}\"}}");
        }
    }
}
