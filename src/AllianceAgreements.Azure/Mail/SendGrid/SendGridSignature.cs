using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Azure.Mail.SendGrid;

/// <summary>
/// The signature of SendGrid's event webhook: ECDSA on P-256 with SHA-256 over the timestamp and the body as they were sent.
/// See "Getting Started with the Event Webhook Security Features" in SendGrid's documentation.
/// </summary>
internal static class SendGridSignature
{
    /// <summary>The header that holds the signature, in base 64 (DER, RFC 3279).</summary>
    public const string SignatureHeader = "X-Twilio-Email-Event-Webhook-Signature";

    /// <summary>The header that holds when it was signed, in seconds since 1970.</summary>
    public const string TimestampHeader = "X-Twilio-Email-Event-Webhook-Timestamp";

    /// <summary>How far its time may be from ours, either way: a request that was caught is of no use for longer.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string P256 = "1.2.840.10045.3.1.7";
    private const int LongestSignature = 128;

    /// <summary>Reads a public key in base 64 or PEM, as its DER form (SubjectPublicKeyInfo); null when it is none on P-256.</summary>
    public static byte[]? ReadKey(string text)
    {
        using var key = ECDsa.Create();
        try
        {
            if (text.Contains("-----BEGIN", StringComparison.Ordinal))
            {
                key.ImportFromPem(text);
            }
            else
            {
                key.ImportSubjectPublicKeyInfo(Convert.FromBase64String(text), out _);
            }

            return key.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == P256 ? key.ExportSubjectPublicKeyInfo() : null;
        }
        catch (Exception exception) when (exception is FormatException or CryptographicException or ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the owner of a key signed a body, just now.</summary>
    /// <param name="key">The public key; see <see cref="ReadKey"/>.</param>
    /// <param name="signature">The signature header.</param>
    /// <param name="timestamp">The timestamp header.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="now">The time.</param>
    public static bool IsValid(ReadOnlySpan<byte> key, string? signature, string? timestamp, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        Span<byte> der = stackalloc byte[LongestSignature];
        if (signature is null || !Convert.TryFromBase64String(signature, der, out var length)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((decimal)now.ToUnixTimeMilliseconds() - (1000m * seconds)) > (decimal)Window.TotalMilliseconds)
        {
            return false;
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.ASCII.GetBytes(timestamp));
        hash.AppendData(body);
        using var ecdsa = ECDsa.Create();
        ecdsa.ImportSubjectPublicKeyInfo(key, out _);
        return ecdsa.VerifyHash(hash.GetHashAndReset(), der[..length], DSASignatureFormat.Rfc3279DerSequence);
    }
}
