using System.Buffers.Binary;
using System.Buffers.Text;
using System.Text;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>The last instance of a page: the next page begins after it, however many have come or gone meanwhile.</summary>
internal sealed record PageToken(DateTimeOffset CreatedAt, string InstanceId)
{
    /// <summary>The order of pages, last page first.</summary>
    public static IComparer<PageToken> OldestFirst { get; } = Comparer<PageToken>.Create((one, other) =>
        one.CreatedAt == other.CreatedAt
            ? string.CompareOrdinal(one.InstanceId, other.InstanceId)
            : one.CreatedAt.CompareTo(other.CreatedAt));

    public static PageToken Of(OrchestrationMetadata instance) => new(instance.CreatedAt, instance.InstanceId);

    /// <exception cref="ArgumentException">The text is no token.</exception>
    public static PageToken Parse(string text)
    {
        var bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        if (bytes.Length <= sizeof(long)
            || BinaryPrimitives.ReadInt64BigEndian(bytes) is var ticks && (ticks < 0 || ticks > DateTime.MaxValue.Ticks))
        {
            throw new ArgumentException("The continuation token is not one of ours.", nameof(text));
        }

        return new(
            new DateTimeOffset(BinaryPrimitives.ReadInt64BigEndian(bytes), TimeSpan.Zero), Encoding.UTF8.GetString(bytes.AsSpan(sizeof(long))));
    }

    public override string ToString()
    {
        var bytes = new byte[sizeof(long) + Encoding.UTF8.GetByteCount(InstanceId)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, CreatedAt.UtcTicks);
        Encoding.UTF8.GetBytes(InstanceId, bytes.AsSpan(sizeof(long)));
        return Base64Url.EncodeToString(bytes);
    }
}
