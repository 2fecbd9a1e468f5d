using System.IO.Compression;
using System.Text;

namespace AllianceAgreements.Documents.Tests.Returned;

/// <summary>A draft as the other side sends it back.</summary>
internal static class ReturnedFile
{
    /// <summary>The file with its text edited, and packed anew as every word processor does.</summary>
    public static byte[] Edit(byte[] draft, Func<string, string> edit, string part = "word/document.xml")
    {
        using var output = new MemoryStream();
        using (var before = new ZipArchive(new MemoryStream(draft)))
        using (var after = new ZipArchive(output, ZipArchiveMode.Create))
        {
            foreach (var entry in before.Entries.Reverse())
            {
                using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
                using var writer = new StreamWriter(after.CreateEntry(entry.FullName).Open(), new UTF8Encoding(false));
                var text = reader.ReadToEnd();
                var edited = entry.FullName == part ? edit(text) : text;
                writer.Write(edited);
            }
        }

        return output.ToArray();
    }

    /// <summary>The file with one text replaced by another, wherever it stands.</summary>
    public static byte[] Replace(byte[] draft, string old, string now, string part = "word/document.xml") =>
        Edit(draft, text => text.Contains(old, StringComparison.Ordinal) ? text.Replace(old, now, StringComparison.Ordinal) : throw new ArgumentException($"There is no {old}.", nameof(old)), part);
}
