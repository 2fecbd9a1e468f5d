using System.IO.Compression;
using System.Text;
using AllianceAgreements.Documents.Checking;
using AllianceAgreements.Documents.Checking.Annotating;
using AllianceAgreements.Documents.Outline;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Redline;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Documents.Transcripts;
using AllianceAgreements.Documents.Uploads;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Packages;

/// <summary>Whatever is done to a package, everything that reads one gives a result or says in a sentence what is wrong.</summary>
public sealed class DamagedPackageTests
{
    private const int Cases = 40;

    private static readonly byte[] Sound = new Template
    {
        Body = Xml.Table(Xml.Row("{{#each parties}}{{shortName}}", "{{role | label}}{{/each}}"))
            + Xml.P("{{#if term.renewal == \"None\"}}", "{{title}}", "{{/if}}") + Xml.Listed(1, "One") + Xml.Listed(1, "Two")
            + Xml.Runs(Xml.Bookmark(1, "B", Xml.R("the Article headed “Exit”")), Xml.TextBox(Xml.P("{{reference}}")), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"),
        Header = Xml.P("{{title}}"),
        Footnote = Xml.P("note"),
        Numbering = Xml.List(1).Definition + Xml.List(1).Instance,
        Styles = "<w:style w:type=\"paragraph\" w:styleId=\"A\"><w:name w:val=\"heading 1\"/><w:basedOn w:val=\"A\"/></w:style>",
        Title = "{{title}}",
    }.ToBytes();

    /// <summary>A draft of it, with the content controls and the terms that a draft carries.</summary>
    private static readonly byte[] Drafted = new AgreementDrafter().Draft(
        [new TemplateFile("NonEquityAlliance.docx", Sound)], new DraftingInput(SampleRequests.Terms(SampleRequests.FourRivers), "AA-2027-7F3K-9Q2M", Revision: 1));

    private static readonly RedlineStamp RedlinedAt = new("Legal", new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero));

    public static TheoryData<string> Damages => [.. All.Keys];

    private static Dictionary<string, Func<Random, byte[], byte[]>> All { get; } = new(StringComparer.Ordinal)
    {
        ["flipped bits"] = FlipBits,
        ["cut off"] = (random, sound) => sound[..random.Next(sound.Length)],
        ["parts swapped"] = SwapParts,
        ["a part left out"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == chosen ? null : content),
        ["a part filled with noise"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == chosen ? Noise(random, content.Length) : content),
        ["markup cut off"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == chosen ? content[..random.Next(content.Length)] : content),
        ["markup mistyped"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == chosen ? Mistype(random, content) : content),
        ["deep nesting"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == "word/document.xml" ? Nest(content, random.Next(100, 4_000)) : content),
        ["huge attributes"] = (random, sound) => Rebuild(random, sound, (name, content, chosen) => name == chosen ? Swell(content, random.Next(1, 200_000)) : content),
    };

    [Theory(Timeout = 120_000)]
    [MemberData(nameof(Damages))]
    public async Task Read_ADamagedPackage_GivesAResultOrAClearRefusal(string damage)
    {
        await Task.Run(
            () =>
            {
                for (var seed = 0; seed < Cases; seed++)
                {
                    AssertEveryReaderCopes(All[damage](new Random(seed), seed % 2 == 0 ? Sound : Drafted), $"{damage}, seed {seed}");
                }
            },
            TestContext.Current.CancellationToken);
    }

    private static void AssertEveryReaderCopes(byte[] content, string what)
    {
        var file = new TemplateFile("clauses/new.docx", content);
        AssertCopes(() => TemplateCompiler.Compile([file], AgreementFields.Shape), $"compile: {what}");
        AssertCopes(() => new WordPreview().ToHtml(content), $"preview: {what}");
        AssertCopes(() => WordTranscript.Read(content), $"text: {what}");
        AssertCopes(() => new PreviewOutline(new WordPreview()).Read(content), $"outline: {what}");
        AssertCopes(() => new WordRedliner().Compare(Sound, content, RedlinedAt), $"redline, newer: {what}");
        AssertCopes(() => new WordRedliner().Compare(content, Sound, RedlinedAt), $"redline, older: {what}");
        AssertCopes(() => new ReturnedDraftReader().Read(content), $"returned: {what}");
        AssertCopes(() => new ReturnedDraftReader().Compare(Drafted, content), $"changes: {what}");
        AssertCopes(() => new ReturnedDraftReader().Compare(content, Drafted), $"changes of a damaged draft: {what}");
        var findings = TemplateCheck.Run([file], file.Name);
        Assert.All(findings, finding => Assert.False(string.IsNullOrWhiteSpace(finding.Message), what));
        AssertCopes(() => TemplateAnnotator.Annotate(content, file.Name, findings), $"annotate: {what}");
        Assert.True(new UploadInspector().Inspect(content) is not UploadInspection.Refused { Message.Length: 0 }, $"upload: {what}");
    }

    private static void AssertCopes(Action read, string what)
    {
        try
        {
            read();
        }
        catch (Exception exception)
        {
            Assert.True(exception is InvalidDataException or InvalidTemplateException, $"{what}: {exception}");
            Assert.False(string.IsNullOrWhiteSpace(exception.Message), what);
        }
    }

    private static byte[] FlipBits(Random random, byte[] sound)
    {
        var bytes = sound.ToArray();
        for (var flips = random.Next(1, 6); flips > 0; flips--)
        {
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        }

        return bytes;
    }

    private static byte[] SwapParts(Random random, byte[] sound)
    {
        var parts = Read(sound);
        var (first, second) = (random.Next(parts.Count), random.Next(parts.Count));
        (parts[first], parts[second]) = ((parts[first].Name, parts[second].Content), (parts[second].Name, parts[first].Content));
        return Write(parts);
    }

    private static byte[] Rebuild(Random random, byte[] sound, Func<string, byte[], string, byte[]?> change)
    {
        var parts = Read(sound);
        var chosen = parts[random.Next(parts.Count)].Name;
        return Write(parts.Select(part => (part.Name, Content: change(part.Name, part.Content, chosen))).Where(part => part.Content is not null).Select(part => (part.Name, part.Content!)));
    }

    private static byte[] Noise(Random random, int length)
    {
        var bytes = new byte[length];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>Puts digits, letters and pieces of other names in the place of what stands between markup, which mostly stays well-formed.</summary>
    private static byte[] Mistype(Random random, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content).ToCharArray();
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length);
            text[at] = char.IsAsciiLetterOrDigit(text[at]) ? "a1p9rtw{}-"[random.Next(10)] : text[at];
        }

        return Encoding.UTF8.GetBytes(text);
    }

    private static byte[] Nest(byte[] content, int depth) => Edit(content, "<w:body>", "<w:body>"
        + string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", depth)) + Xml.P("deep") + string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", depth)));

    private static byte[] Swell(byte[] content, int length) => Edit(content, "=\"", $"=\"{new string('9', length)}");

    private static byte[] Edit(byte[] content, string from, string to)
    {
        var text = Encoding.UTF8.GetString(content);
        var at = text.LastIndexOf(from, StringComparison.Ordinal);
        return at < 0 ? content : Encoding.UTF8.GetBytes($"{text[..at]}{to}{text[(at + from.Length)..]}");
    }

    private static List<(string Name, byte[] Content)> Read(byte[] sound)
    {
        using var archive = new ZipArchive(new MemoryStream(sound, writable: false));
        return [.. archive.Entries.Select(entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return (entry.FullName, content.ToArray());
        })];
    }

    private static byte[] Write(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
                entry.Write(content);
            }
        }

        return stream.ToArray();
    }
}
