using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AllianceAgreements.Domain.Record;

/// <summary>
/// One entry of an agreement's record. Its <see cref="Line"/> is one line of JSON,
/// <c>{"position":…,"at":…,"actor":…,"type":…,"data":…,"previousHash":…,"hash":…}</c>; <see cref="Hash"/> is the SHA-256 of
/// that line as it would be without its last member, so the chain can be checked with any JSON-free tool.
/// </summary>
public sealed class RecordEntry
{
    /// <summary>The previous hash of the first entry: 64 zeros.</summary>
    public static readonly string Genesis = new('0', 64);

    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss.fffffff'Z'";

    private RecordEntry(
        long position, DateTimeOffset at, Actor actor, AgreementEvent @event, string previousHash, string hash, ReadOnlyMemory<byte> line)
    {
        Position = position;
        At = at;
        Actor = actor;
        Event = @event;
        PreviousHash = previousHash;
        Hash = hash;
        Line = line;
    }

    /// <summary>Its place in the record, from 0.</summary>
    public long Position { get; }

    /// <summary>When it was appended, UTC; never before the entry before it.</summary>
    public DateTimeOffset At { get; }

    /// <summary>Who did it.</summary>
    public Actor Actor { get; }

    /// <summary>What happened.</summary>
    public AgreementEvent Event { get; }

    /// <summary>The name of what happened.</summary>
    public string Type => EventTypes.NameOf(Event);

    /// <summary>The hash of the entry before; <see cref="Genesis"/> for the first.</summary>
    public string PreviousHash { get; }

    /// <summary>SHA-256, lowercase hexadecimal.</summary>
    public string Hash { get; }

    /// <summary>The entry as stored: UTF-8, no line break.</summary>
    public ReadOnlyMemory<byte> Line { get; }

    /// <summary>The entry that follows <paramref name="previous"/> (null for the first).</summary>
    public static RecordEntry After(RecordEntry? previous, AgreementEvent @event, Actor actor, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(@event);
        ArgumentNullException.ThrowIfNull(actor);
        var position = previous is null ? 0 : previous.Position + 1;
        var time = previous is not null && at < previous.At ? previous.At : at.ToUniversalTime();
        var previousHash = previous?.Hash ?? Genesis;

        var body = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(body, new JsonWriterOptions { Encoder = EventTypes.Json.Encoder }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("position", position);
            writer.WriteString("at", time.ToString(TimeFormat, CultureInfo.InvariantCulture));
            writer.WritePropertyName("actor");
            JsonSerializer.Serialize(writer, actor, EventTypes.Json);
            writer.WriteString("type", EventTypes.NameOf(@event));
            writer.WritePropertyName("data");
            JsonSerializer.Serialize(writer, @event, @event.GetType(), EventTypes.Json);
            writer.WriteString("previousHash", previousHash);
            writer.WriteEndObject();
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(body.WrittenSpan));
        byte[] line = [.. body.WrittenSpan[..^1], .. Encoding.ASCII.GetBytes($",\"hash\":\"{hash}\"}}")];
        return new RecordEntry(position, time, actor, @event, previousHash, hash, line);
    }

    /// <summary>Reads a stored entry. Whether its hash is right is a question for <see cref="RecordChain"/>.</summary>
    /// <exception cref="InvalidDataException">The line is not an entry.</exception>
    public static RecordEntry Parse(ReadOnlyMemory<byte> line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (HoldsNull(root))
            {
                throw new InvalidDataException("A line of the record holds a null, which is never written.");
            }

            return new RecordEntry(
                root.GetProperty("position").GetInt64(),
                DateTimeOffset.ParseExact(
                    root.GetProperty("at").GetString()!, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
                root.GetProperty("actor").Deserialize<Actor>(EventTypes.Json)!,
                EventTypes.Read(root.GetProperty("type").GetString()!, root.GetProperty("data")),
                root.GetProperty("previousHash").GetString()!,
                root.GetProperty("hash").GetString()!,
                line);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            throw new InvalidDataException("A line of the record is not an entry.", exception);
        }
    }

    private static bool HoldsNull(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Object => element.EnumerateObject().Any(member => HoldsNull(member.Value)),
        JsonValueKind.Array => element.EnumerateArray().Any(HoldsNull),
        _ => false,
    };
}
