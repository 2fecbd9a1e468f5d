using System.Buffers;
using System.Buffers.Text;
using System.Globalization;
using System.Text;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>After which agreement a page begins.</summary>
/// <param name="StartedAt">When that agreement was started, in UTC ticks.</param>
/// <param name="Id">That agreement.</param>
internal readonly record struct PageToken(long StartedAt, AgreementId Id)
{
    private const int MaximumLength = 100;

    /// <exception cref="FormatException">The text is not a token.</exception>
    public static PageToken Parse(string text)
    {
        if (text.Length <= MaximumLength && TryDecode(text) is { } decoded
            && decoded.Split(' ') is ["1", var ticks, var id]
            && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var startedAt)
            && AgreementId.TryParse(id, out var agreement))
        {
            return new PageToken(startedAt, agreement);
        }

        throw new FormatException("This is not a continuation token. Take the one that came with the page before.");
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"1 {StartedAt} {Id}"));

    private static string? TryDecode(string text)
    {
        Span<byte> bytes = stackalloc byte[MaximumLength];
        return Base64Url.DecodeFromChars(text, bytes, out _, out var written) == OperationStatus.Done ? Encoding.ASCII.GetString(bytes[..written]) : null;
    }
}
