using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AllianceAgreements.Domain.Record;

/// <summary>Checks that the entries of a record are whole, in order and unchanged.</summary>
public static class RecordChain
{
    private const int HashMemberLength = 75; // ,"hash":"<64 hexadecimal digits>"}

    /// <summary>What is wrong with the first wrong line, or null when the chain holds.</summary>
    /// <param name="lines">The lines as stored, first to last; see <see cref="RecordEntry.Line"/>.</param>
    public static string? FindFault(IEnumerable<ReadOnlyMemory<byte>> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var expectedPosition = 0L;
        var expectedPrevious = RecordEntry.Genesis;
        foreach (var line in lines)
        {
            if (ReadLinks(line) is not { } links)
            {
                return $"Line {expectedPosition + 1} of the record is not an entry.";
            }

            if (links.Position != expectedPosition)
            {
                return $"Line {expectedPosition + 1} of the record has position {links.Position} and should have {expectedPosition}: an entry was removed, added or moved.";
            }

            if (links.PreviousHash != expectedPrevious)
            {
                return $"Entry {expectedPosition} of the record does not follow the entry before it: its previous hash differs.";
            }

            if (ComputeHash(line) != links.Hash)
            {
                return $"Entry {expectedPosition} of the record was changed: its hash does not match its content.";
            }

            expectedPosition++;
            expectedPrevious = links.Hash;
        }

        return null;
    }

    /// <summary>Sees to it that entries can be appended together.</summary>
    /// <exception cref="ArgumentException">There is none, or one does not follow the one before it.</exception>
    public static void RequireChained(IReadOnlyList<RecordEntry> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Count == 0)
        {
            throw new ArgumentException("There is nothing to append.", nameof(entries));
        }

        for (var i = 1; i < entries.Count; i++)
        {
            if (entries[i].PreviousHash != entries[i - 1].Hash)
            {
                throw new ArgumentException($"Entry {entries[i].Position} does not follow the one before it.", nameof(entries));
            }
        }
    }

    private static string? ComputeHash(ReadOnlyMemory<byte> line)
    {
        if (line.Length <= HashMemberLength
            || !line.Span[^HashMemberLength..].StartsWith(",\"hash\":\""u8))
        {
            return null;
        }

        byte[] body = [.. line.Span[..^HashMemberLength], (byte)'}'];
        return Convert.ToHexStringLower(SHA256.HashData(body));
    }

    private static (long Position, string PreviousHash, string Hash)? ReadLinks(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("position", out var position) && position.TryGetInt64(out var number)
                && json.RootElement.TryGetProperty("previousHash", out var previous) && previous.GetString() is { } previousHash
                && json.RootElement.TryGetProperty("hash", out var own) && own.GetString() is { } hash
                    ? (number, previousHash, hash)
                    : null;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or DecoderFallbackException)
        {
            return null;
        }
    }
}
