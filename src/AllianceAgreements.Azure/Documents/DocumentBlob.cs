using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Azure.Documents;

/// <summary>How a document is stored: what its blob is called, and what the service can be told about it.</summary>
internal static class DocumentBlob
{
    public const string ContainerName = "documents";

    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string RevisionPrefix = "revision-";
    private const int Sha256Length = 64;

    /// <summary>The blob's name; null when the text is no SHA-256 in lowercase hexadecimal, and so names no document.</summary>
    public static string? TryName(DocumentFolder folder, string sha256) =>
        sha256.Length == Sha256Length && sha256.All(char.IsAsciiHexDigitLower) ? $"{folder.Path}/{sha256}" : null;

    /// <summary>What a document is, by the bytes it begins with.</summary>
    public static string ContentTypeOf(ReadOnlySpan<byte> content) =>
        content.StartsWith("%PDF-"u8) ? "application/pdf"
        : content.StartsWith("PK\u0003\u0004"u8) ? Word
        : content is [(byte)'{' or (byte)'[', ..] ? "application/json"
        : "application/octet-stream";

    /// <summary>The index tags: which agreement and revision a document belongs to and what it is, as far as its folder tells.</summary>
    public static Dictionary<string, string> TagsOf(DocumentFolder folder, string contentType)
    {
        var tags = new Dictionary<string, string>(StringComparer.Ordinal);
        switch (folder.Path.Split('/'))
        {
            case ["agreements", var agreement, "signed"]:
                tags["agreement"] = agreement;
                tags["kind"] = "signed-copy";
                break;
            case ["agreements", var agreement, var revision] when revision.StartsWith(RevisionPrefix, StringComparison.Ordinal):
                tags["agreement"] = agreement;
                tags["revision"] = revision[RevisionPrefix.Length..];
                tags["kind"] = contentType == "application/json" ? "terms" : "draft";
                break;
            case ["templates"]:
                tags["kind"] = "template";
                break;
        }

        return tags;
    }
}
