using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceAgreements.Domain.Record;

/// <summary>The id of an agreement: 128 bits, written as 26 characters of Crockford's base 32 in lower case. Safe in URLs, file names and instance ids.</summary>
[JsonConverter(typeof(AgreementIdJsonConverter))]
public readonly record struct AgreementId : IComparable<AgreementId>
{
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private const int Length = 26;

    /// <summary>How many leading characters of an id are in its reference.</summary>
    internal const int ReferenceLength = 8;

    private readonly string? _value;

    private AgreementId(string value) => _value = value;

    /// <summary>The id as text.</summary>
    public string Value => _value ?? throw new InvalidOperationException("This agreement id was never given a value.");

    /// <summary>A random id.</summary>
    public static AgreementId New() => FromBits(RandomNumberGenerator.GetBytes(16));

    /// <summary>The id that an idempotency key stands for: the same caller and key always give the same id.</summary>
    /// <param name="caller">Who sent the key, so that two callers' keys never meet.</param>
    /// <param name="key">The key, as sent.</param>
    public static AgreementId FromIdempotencyKey(string caller, string key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"agreement\n{caller}\n{key}"));
        return FromBits(hash.AsSpan(0, 16));
    }

    /// <summary>Reads an id; false when the text is not one.</summary>
    public static bool TryParse(string? text, out AgreementId id)
    {
        var valid = text is { Length: Length } && text.All(Alphabet.Contains);
        id = valid ? new AgreementId(text!) : default;
        return valid;
    }

    /// <summary>Reads an id.</summary>
    /// <exception cref="FormatException">The text is not one.</exception>
    public static AgreementId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new FormatException($"An agreement id is {Length} characters of 0-9 and a-z without i, l, o and u.");

    /// <summary>The reference people use, such as <c>AA-2026-7F3K-9Q2M</c>: the year it was started, and 40 bits of the id.</summary>
    public string ToReference(int year)
    {
        var short8 = Value[..ReferenceLength].ToUpperInvariant();
        return $"AA-{year:D4}-{short8[..4]}-{short8[4..]}";
    }

    /// <summary>Whether <see cref="ToReference"/> makes this reference, in whatever year.</summary>
    internal bool IsReference(string reference) => reference.Length > 7
        && int.TryParse(reference.AsSpan(3, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && ToReference(year) == reference;

    /// <summary>Whether it comes earlier, see <see cref="CompareTo"/>.</summary>
    public static bool operator <(AgreementId left, AgreementId right) => left.CompareTo(right) < 0;

    /// <summary>Whether it comes later, see <see cref="CompareTo"/>.</summary>
    public static bool operator >(AgreementId left, AgreementId right) => left.CompareTo(right) > 0;

    /// <summary>Whether it is the same or comes earlier, see <see cref="CompareTo"/>.</summary>
    public static bool operator <=(AgreementId left, AgreementId right) => left.CompareTo(right) <= 0;

    /// <summary>Whether it is the same or comes later, see <see cref="CompareTo"/>.</summary>
    public static bool operator >=(AgreementId left, AgreementId right) => left.CompareTo(right) >= 0;

    /// <summary>By the characters of the text, which is also the order of blobs named after agreements.</summary>
    public int CompareTo(AgreementId other) => string.CompareOrdinal(_value, other._value);

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    private static AgreementId FromBits(ReadOnlySpan<byte> bits)
    {
        // Hash and random bits alike are spread evenly, so that any eight leading characters make a good reference.
        var text = new char[Length];
        var buffer = 0;
        var held = 0;
        var next = 0;
        for (var i = 0; i < Length; i++)
        {
            while (held < 5)
            {
                buffer = (buffer << 8) | (next < bits.Length ? bits[next] : 0);
                next++;
                held += 8;
            }

            text[i] = Alphabet[(buffer >> (held - 5)) & 31];
            held -= 5;
            buffer &= (1 << held) - 1;
        }

        return new AgreementId(new string(text));
    }
}

internal sealed class AgreementIdJsonConverter : JsonConverter<AgreementId>
{
    public override AgreementId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AgreementId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("Not an agreement id.");

    public override void Write(Utf8JsonWriter writer, AgreementId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}
