using System.IO.Compression;

namespace AllianceAgreements.Bench.Documents;

/// <summary>The least that anything must do that makes one package of another.</summary>
internal static class Floors
{
    private const string Text = "word/document.xml";

    /// <summary>Floor (a): everything is expanded and compressed again.</summary>
    public static byte[] Rezip(byte[] package)
    {
        using var result = new MemoryStream();
        using (var source = new ZipArchive(new MemoryStream(package, writable: false)))
        using (var target = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var entry in source.Entries)
            {
                using var from = entry.Open();
                using var to = target.CreateEntry(entry.FullName, CompressionLevel.Optimal).Open();
                from.CopyTo(to);
            }
        }

        return result.ToArray();
    }

    /// <summary>
    /// Floor (b): the text is expanded, some of its bytes are replaced by others, and it is compressed again, at the level that drafts are;
    /// the other parts are taken over as they are, and the same checksum is made of what was written.
    /// </summary>
    /// <param name="package">The package.</param>
    /// <param name="replacements">What is replaced: each first place behind the one before.</param>
    public static byte[] ReplaceInText(RawPackage package, IReadOnlyList<(byte[] Old, byte[] New)> replacements)
    {
        var text = package.Expand(Text);
        using var replaced = new MemoryStream(text.Length + 4096);
        var rest = text.AsSpan();
        foreach (var (old, @new) in replacements)
        {
            var at = rest.IndexOf(old);
            replaced.Write(rest[..at]);
            replaced.Write(@new);
            rest = rest[(at + old.Length)..];
        }

        replaced.Write(rest);
        return package.With(Text, replaced.GetBuffer().AsSpan(0, (int)replaced.Length));
    }
}
