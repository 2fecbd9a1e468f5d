using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AllianceAgreements.Domain.Intake;

/// <summary>
/// The one way a request is stored: UTF-8 JSON, fields in the order they are declared, no whitespace, absent fields left out.
/// The same request always gives the same bytes, so they can be hashed and compared.
/// </summary>
public static class CanonicalJson
{
    // Stored and downloaded, never embedded in a page, so letters stay readable instead of becoming \u escapes.
    private static readonly JsonWriterOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The bytes of a request.</summary>
    public static byte[] Write(AgreementRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Format))
        {
            JsonSerializer.Serialize(writer, request, RequestJson.Options);
        }

        return buffer.WrittenSpan.ToArray();
    }
}
