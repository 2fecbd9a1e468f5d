using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>The template files themselves, as they are handed to a lawyer.</summary>
public sealed class HouseStyleTests
{
    private const string Template = "JointVenture.docx";

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(FormDrafts.Folder, "*.docx", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(FormDrafts.Folder, file))];

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Opened_IsValidOpenXml(string file)
    {
        using var document = WordprocessingDocument.Open(Locate(file), isEditable: false);

        Assert.Empty(Validity.FaultsOf(document));
    }

    /// <summary>A clause that no form includes is edited in vain.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void File_InTheFolder_IsPartOfAForm(string file) =>
        Assert.Contains(file.Replace(Path.DirectorySeparatorChar, '/'), FormDrafts.Files);

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Opened_HasTheStylesAndListsOfTheAgreement(string file)
    {
        Assert.Equal(Part(Template, "word/styles.xml"), Part(file, "word/styles.xml"));
        Assert.Equal(Part(Template, "word/numbering.xml"), Part(file, "word/numbering.xml"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Opened_HasNoTrackedChangeMacroOrLinkOutside(string file)
    {
        using var package = ZipFile.OpenRead(Locate(file));

        Assert.DoesNotContain(package.Entries, entry => entry.Name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase));
        Assert.All(package.Entries.Where(entry => entry.Name.EndsWith(".rels", StringComparison.Ordinal)), entry => Assert.DoesNotContain("TargetMode=\"External\"", Read(entry), StringComparison.Ordinal));
        Assert.DoesNotMatch("<w:(ins|del|moveFrom|moveTo|comment)[ >]", Part(file, "word/document.xml"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void File_Opened_UsesOnlyStylesThatItHas(string file)
    {
        using var document = WordprocessingDocument.Open(Locate(file), isEditable: false);
        var known = document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<DocumentFormat.OpenXml.Wordprocessing.Style>().Select(style => style.StyleId!.Value!).ToHashSet(StringComparer.Ordinal);

        var used = document.MainDocumentPart.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.ParagraphStyleId>().Select(style => style.Val!.Value!).Distinct();

        Assert.All(used, style => Assert.Contains(style, known));
    }

    /// <summary>"42 U.S.C. § 1320a-7" is read as one word, so a line never ends within it.</summary>
    [Theory]
    [MemberData(nameof(Files))]
    public void File_Opened_HoldsReferencesToStatutesTogether(string file)
    {
        using var document = WordprocessingDocument.Open(Locate(file), isEditable: false);

        Assert.DoesNotMatch(@"\d (U\.S\.C\.|C\.F\.R\.)|(U\.S\.C\.|C\.F\.R\.) §|§ ", document.MainDocumentPart!.Document!.Body!.InnerText);
    }

    private static string Locate(string file) => Path.Combine(FormDrafts.Folder, file);

    private static string Part(string file, string name)
    {
        using var package = ZipFile.OpenRead(Locate(file));
        return Read(package.GetEntry(name)!);
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
