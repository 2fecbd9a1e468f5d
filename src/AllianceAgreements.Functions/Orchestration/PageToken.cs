using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>Where a list goes on: the platform's own token, which is opaque, bound to the criteria it was given for.</summary>
/// <param name="Platform">The platform's token; null for its first page.</param>
/// <param name="After">The last instance that was listed of that page; null when none was.</param>
internal sealed record PageToken(string? Platform, string? After)
{
    private const int CheckLength = 8;

    /// <summary>Where a list begins.</summary>
    public static PageToken Begin { get; } = new(null, null);

    /// <exception cref="ArgumentException">The text is no token, or one of other criteria.</exception>
    public static PageToken Parse(string text, OrchestrationQuery query)
    {
        var bytes = Base64Url.IsValid(text) ? Base64Url.DecodeFromChars(text) : [];
        if (bytes.Length <= CheckLength || !Check(bytes.AsSpan(CheckLength), query).SequenceEqual(bytes.AsSpan(0, CheckLength)))
        {
            throw new ArgumentException(
                "The continuation token is not one of this list: it was cut off or changed, or the criteria were. Begin with the first page.", nameof(text));
        }

        return JsonSerializer.Deserialize<PageToken>(bytes.AsSpan(CheckLength))!;
    }

    public string ToString(OrchestrationQuery query)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(this);
        return Base64Url.EncodeToString([.. Check(json, query), .. json]);
    }

    /// <summary>Tells a token that was damaged, or is of another list. Not one that was forged, which could only list what its bearer may list anyway.</summary>
    private static ReadOnlySpan<byte> Check(ReadOnlySpan<byte> json, OrchestrationQuery query)
    {
        var criteria = JsonSerializer.Serialize(new
        {
            Statuses = query.Statuses?.Distinct().Order(),
            query.CreatedFrom,
            query.CreatedTo,
            query.InstanceIdPrefix,
            query.Text,
        });
        return SHA256.HashData([.. Encoding.UTF8.GetBytes(criteria), .. json]).AsSpan(0, CheckLength);
    }
}
