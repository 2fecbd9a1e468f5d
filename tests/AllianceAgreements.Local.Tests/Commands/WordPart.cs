using System.IO.Compression;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

/// <summary>A part of a Word file.</summary>
internal static class WordPart
{
    /// <summary>The part that holds the agreement.</summary>
    public const string Main = "word/document.xml";

    /// <summary>Edits the markup of a part in the file; the edit must change something.</summary>
    public static void Edit(string path, string part, Func<string, string> edit)
    {
        using var archive = ZipFile.Open(path, ZipArchiveMode.Update);
        string text;
        using (var reader = new StreamReader(archive.GetEntry(part)!.Open()))
        {
            text = reader.ReadToEnd();
        }

        var edited = edit(text);
        Assert.NotEqual(text, edited);
        archive.GetEntry(part)!.Delete();
        using var writer = new StreamWriter(archive.CreateEntry(part).Open());
        writer.Write(edited);
    }
}
