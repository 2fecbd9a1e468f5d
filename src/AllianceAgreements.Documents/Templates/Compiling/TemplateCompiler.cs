using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Preview.Formatting;
using AllianceAgreements.Documents.Preview.Numbering;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Templates.Merging;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles a template with its clauses.</summary>
internal sealed class TemplateCompiler
{
    private static readonly string[] NoteKinds = ["footnotes", "endnotes"];

    private readonly HashSet<TemplateFault> _faults;
    private readonly Dictionary<string, SequenceNode> _varying = new(PartName.Comparer);
    private readonly ScopeShape _scope;
    private readonly TemplatePackage _main;
    private readonly ClauseFiles _clauses;
    private readonly MergeTarget _merging;
    private readonly ReferenceIndex _references;

    private TemplateCompiler(TemplatePackage main, ClauseFiles clauses, HashSet<TemplateFault> faults, ObjectShape data)
    {
        (_main, _clauses, _faults, _scope) = (main, clauses, faults, new ScopeShape(Outer: null, data));
        var package = new OutputPackage(main);
        var lists = new ListMerger(package);
        _merging = new MergeTarget(package, new StyleMerger(package, lists), lists);
        _references = ReferenceIndex.Find(main, clauses);
    }

    /// <summary>Compiles a template.</summary>
    /// <param name="files">The template, then its clauses.</param>
    /// <param name="data">What its tags can name.</param>
    public static CompiledTemplate Compile(IReadOnlyList<TemplateFile> files, ObjectShape data)
    {
        var faults = new HashSet<TemplateFault>();
        var clauses = new ClauseFiles(files.Skip(1), faults);
        try
        {
            if (clauses.Open(files[0]) is { } main)
            {
                return new TemplateCompiler(main, clauses, faults, data).Compile();
            }
        }
        catch (InvalidDataException exception)
        {
            faults.Add(new TemplateFault(files[0].Name, Tag: null, Paragraph: null, exception.Message));
        }

        return new CompiledTemplate([], default, carried: null, references: null, [.. faults]);
    }

    private CompiledTemplate Compile()
    {
        foreach (var part in _main.TextParts.Where(part => !IsNotes(_main.Root(part))))
        {
            CompileText(part);
        }

        CompileProperties();
        foreach (var part in _merging.Package.EditedParts.ToList())
        {
            _varying[part.Name] = CompilePart(part.Root, CompilationOf(part.Name, part.Prefixes, isPlainText: true));
        }

        var carried = new CarriedTerms(
            _merging.Package.AddCustomXml(), [_main.MainPart, .. NoteKinds.Select(_merging.Package.NameOf).OfType<string>()]);
        UnfillableTags.Report(_main, _varying.Keys, _faults);
        _references.Report(_faults);
        foreach (var (part, links) in _merging.Package.ImageLinkParts)
        {
            _varying[part] = links;
        }

        var parts = Order();
        var tables = _references.Any ? ReadTables() : null;

        // Asking for the last list makes a numbering part where there is none, so it comes when the parts are gathered.
        return new CompiledTemplate(parts, new TakenNumbers(_merging.Lists.LastId, LastNote()), carried, tables, [.. _faults]);
    }

    private ReferenceTables ReadTables()
    {
        var styles = _merging.Package.RootOf("styles") is { } root ? StyleSheet.Read(root.CreateReader()) : StyleSheet.Empty;
        var numbering = _merging.Package.RootOf("numbering") is { } lists ? NumberingDefinitions.Read(lists.CreateReader(), styles) : NumberingDefinitions.Empty;
        return new ReferenceTables(_main.MainPart, _merging.Package.NameOf("numbering"), styles, numbering);
    }

    private static bool IsNotes(XElement root) => root.Name.LocalName is "footnotes" or "endnotes";

    private void CompileText(string part)
    {
        var root = _main.Root(part);
        _varying[part] = CompilePart(root, CompilationOf(part, new PrefixMap(root), isPlainText: false));
    }

    private void CompileProperties()
    {
        foreach (var (part, root) in DocumentProperties.Prepare(_main, _faults))
        {
            _varying[part] = CompilePart(root, CompilationOf(part, new PrefixMap(root), isPlainText: true));
        }
    }

    private Compilation CompilationOf(string part, PrefixMap prefixes, bool isPlainText) => new()
    {
        Faults = _faults,
        Package = _merging.Package,
        Scope = _scope,
        Source = new Source(_main, merger: null),
        Prefixes = prefixes,
        IsPlainText = isPlainText,
        Part = part,
        References = _references,
        HoldsText = part == _main.MainPart,
    };

    /// <summary>The root of a part; its start is written last, when all its prefixes are known.</summary>
    private SequenceNode CompilePart(XElement root, Compilation compilation)
    {
        var elements = new ElementCompiler(compilation, new IncludeCompiler(compilation, _clauses, _merging, compilation.Part));
        var body = compilation.Capture(() => elements.CompileRootContent(root));
        return compilation.Capture(() =>
        {
            compilation.Output.Write("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n");
            compilation.Output.Write($"<{compilation.Prefixes.Qualify(root.Name)}{compilation.Prefixes.Declare()}");
            elements.WriteAttributes(root);
            compilation.Output.Write(">");
            compilation.Output.Add(body);
            elements.WriteEnd(root);
        });
    }

    private int LastNote() => _merging.Package.EditedParts.SelectMany(part => part.Root.Elements())
        .Where(element => element.Name.LocalName is "footnote" or "endnote")
        .Select(note => int.TryParse((string?)note.Attribute(Word.Id), CultureInfo.InvariantCulture, out var id) ? id : 0)
        .Append(0).Max();

    /// <summary>The parts in the order they have in the package: what a reader needs first, then by name.</summary>
    private List<OutputPart> Order()
    {
        string[] first = [ContentTypes.PartName, PartName.RelationshipsOf(""), _main.MainPart];
        var parts = _merging.Package.Parts.ToDictionary(part => part.Key, part => part.Value, PartName.Comparer);
        return
        [
            .. parts.Keys.OrderBy(name => Array.IndexOf(first, name) is >= 0 and var place ? place : first.Length).ThenBy(name => name, StringComparer.Ordinal)
                .Select(name => _varying.TryGetValue(name, out var node) ? OutputPart.Create(name, node) : OutputPart.Create(name, parts[name])),
        ];
    }
}
