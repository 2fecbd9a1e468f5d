using System.IO.Compression;
using AllianceAgreements.Documents.Checking;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Tests.Checking;

/// <summary>The product's own templates, with edits such as somebody makes in Word.</summary>
internal sealed class TemplateFolder
{
    private const string Document = "word/document.xml";

    private readonly Dictionary<string, byte[]> _files = Directory.EnumerateFiles(FormDrafts.Folder, "*.docx", SearchOption.AllDirectories)
        .ToDictionary(file => Path.GetRelativePath(FormDrafts.Folder, file).Replace('\\', '/'), File.ReadAllBytes, StringComparer.Ordinal);

    public byte[] this[string name]
    {
        get => _files[name];
        set => _files[name] = value;
    }

    public IReadOnlyList<TemplateFinding> Check(string name) => TemplateCheck.Run(_files.Select(file => new TemplateFile(file.Key, file.Value)), name);

    /// <summary>Takes a file out.</summary>
    public TemplateFolder Without(string name)
    {
        _files.Remove(name);
        return this;
    }

    /// <summary>Puts one text of a part in the place of another, which must be there.</summary>
    public TemplateFolder Edit(string name, string from, string to, string part = Document)
    {
        using var stream = new MemoryStream();
        stream.Write(_files[name]);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            var text = Read(archive.GetEntry(part)!);
            var at = text.IndexOf(from, StringComparison.Ordinal);
            archive.GetEntry(part)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(at >= 0 ? $"{text[..at]}{to}{text[(at + from.Length)..]}" : throw new ArgumentException($"{name} does not hold '{from}'.", nameof(from)));
        }

        _files[name] = stream.ToArray();
        return this;
    }

    /// <summary>Adds a part.</summary>
    public TemplateFolder Add(string name, string part, string content)
    {
        using var stream = new MemoryStream();
        stream.Write(_files[name]);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update))
        {
            using var writer = new StreamWriter(archive.CreateEntry(part).Open());
            writer.Write(content);
        }

        _files[name] = stream.ToArray();
        return this;
    }

    private static string Read(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }
}
