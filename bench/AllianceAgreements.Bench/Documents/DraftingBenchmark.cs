using System.Text;
using AllianceAgreements.Bench.Documents.Peers;
using AllianceAgreements.Bench.Documents.Sketches;

namespace AllianceAgreements.Bench.Documents;

/// <summary>A warm draft against the floors of the same package, and against the npm peers.</summary>
internal static class DraftingBenchmark
{
    private const string Ours = "this product";
    private const string FloorA = "floor (a): unzip and zip";
    private const string FloorB = "floor (b): replace in document.xml, other parts as compressed bytes";

    /// <summary>The npm packages that fill templates.</summary>
    public static IReadOnlyList<(string Name, Dialect Dialect)> Templating { get; } =
    [
        ("docxtemplater", Dialect.Mustache),
        ("easy-template-x", Dialect.Mustache),
        ("docx-templates", Dialect.Commands),
    ];

    public static async Task RunAsync(Report report, Workbench workbench, string? peers, bool quick)
    {
        Report.Section("A warm draft, CPU milliseconds (about 25 pages, 60 fields, 10 conditions, 3 repeating blocks)");
        var draft = workbench.DraftSketch();
        var text = OutputCheck.Read(Ours, draft);
        using var files = new TemporaryFolder();
        var others = new List<NpmPeer>();
        foreach (var (name, dialect) in peers is null ? [] : Templating)
        {
            var template = files.Write($"{name}.docx", workbench.Sketch.Create(dialect));
            var data = files.Write($"{name}.json", Encoding.UTF8.GetBytes(SketchData.Of(workbench.Request).ToJsonString()));
            var peer = await NpmPeer.StartAsync(peers!, name, template, data);
            others.Add(peer);
            OutputCheck.RequireSame(name, OutputCheck.Read(name, await File.ReadAllBytesAsync(peer.Output)), text);
        }

        var template0 = workbench.Sketch.Create(Dialect.Mustache);
        var replacements = Replacements(workbench);
        OutputCheck.Read(FloorA, Floors.Rezip(draft));
        OutputCheck.Read(FloorB, Floors.ReplaceInText(new RawPackage(draft), []));
        var figures = await Contest.RunAsync(
            quick ? 5 : 25,
            [
                Contender.Here(Ours, 10, () => workbench.DraftSketch()),
                Contender.Here(FloorA, 10, () => Floors.Rezip(template0)),
                Contender.Here(FloorB, 10, () => Floors.ReplaceInText(new RawPackage(template0), replacements)),
                .. others.Select(peer => peer.Contender(3)),
            ]);
        others.ForEach(peer => peer.Dispose());

        Report.Figure("the draft", $"{draft.Length / 1024.0:0.0} KiB");
        foreach (var (name, milliseconds) in figures)
        {
            Report.Figure(name, $"{milliseconds:0.00} ms");
        }

        report.Goal("this product / floor (b)", figures[Ours] / figures[FloorB], 2, atLeast: false);
        if (others.Count > 0)
        {
            var fastest = others.MinBy(peer => figures[peer.Name])!;
            report.Goal($"the fastest npm peer ({fastest.Name}) / this product", figures[fastest.Name] / figures[Ours], 20, atLeast: true);
        }
    }

    /// <summary>The fields of the template that stand alone, in their order, and what comes into their places.</summary>
    private static List<(byte[] Old, byte[] New)> Replacements(Workbench workbench)
    {
        var data = SketchData.Of(workbench.Request);
        var text = OutputCheck.DocumentOf(workbench.Sketch.Create(Dialect.Mustache)).ToString();
        return
        [
            .. SketchSource.FieldPaths.Select(Dialect.NameOf)
                .SelectMany(name => PlacesOf(text, $"{{{name}}}").Select(at => (at, name)))
                .OrderBy(place => place.at)
                .Select(place => (Encoding.UTF8.GetBytes($"{{{place.name}}}"), Encoding.UTF8.GetBytes((string)data[place.name]!))),
        ];
    }

    private static IEnumerable<int> PlacesOf(string text, string part)
    {
        for (var at = text.IndexOf(part, StringComparison.Ordinal); at >= 0; at = text.IndexOf(part, at + 1, StringComparison.Ordinal))
        {
            yield return at;
        }
    }
}
