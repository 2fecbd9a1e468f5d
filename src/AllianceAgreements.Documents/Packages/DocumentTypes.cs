namespace AllianceAgreements.Documents.Packages;

/// <summary>
/// Tells whether XML declares a document type (DTD; XML 1.0, 2.8), which the reader refuses in the same words as a missing bracket. No Word
/// document has one, and its entities can expand to more than any limit.
/// </summary>
internal static class DocumentTypes
{
    private const int PrologLength = 64 * 1024;

    /// <summary>Whether the part begins as XML and declares one before its first element.</summary>
    public static bool AreDeclared(byte[] part)
    {
        using var reader = new StreamReader(new MemoryStream(part, 0, Math.Min(part.Length, PrologLength)), detectEncodingFromByteOrderMarks: true);
        var rest = reader.ReadToEnd().AsSpan().TrimStart();
        while (!rest.IsEmpty)
        {
            var end = rest.StartsWith("<?") ? "?>" : rest.StartsWith("<!--") ? "-->" : null;
            if (end is null)
            {
                return rest.StartsWith("<!DOCTYPE");
            }

            var position = rest.IndexOf(end);
            rest = position < 0 ? [] : rest[(position + end.Length)..].TrimStart();
        }

        return false;
    }
}
