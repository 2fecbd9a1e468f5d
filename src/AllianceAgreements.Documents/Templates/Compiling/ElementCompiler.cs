using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Rendering.References;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Templates.Merging;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles elements: copies their markup, and sends those that need more than that to where they are understood.</summary>
internal sealed class ElementCompiler
{
    private readonly Compilation _compilation;
    private readonly BlockCompiler _blocks;
    private readonly TableCompiler _tables;
    private readonly ReferenceCompiler _references;
    private readonly HeadingMarks _headings;

    public ElementCompiler(Compilation compilation, IncludeCompiler includes)
    {
        _compilation = compilation;
        _blocks = new BlockCompiler(compilation, this, includes);
        _tables = new TableCompiler(compilation, this);
        _references = new ReferenceCompiler(compilation, this);
        _headings = new HeadingMarks(compilation);
    }

    /// <summary>Compiles the blocks of a clause.</summary>
    public void CompileBlocks(IEnumerable<XElement> blocks) => _blocks.CompileSequence(blocks, "file");

    /// <summary>Compiles what the root of a part holds.</summary>
    public void CompileRootContent(XElement root)
    {
        if (BlockCompiler.IsContainer(root))
        {
            _blocks.CompileContainer(root);
        }
        else
        {
            CompileContent(root);
        }
    }

    /// <summary>Compiles the content of an element that holds blocks.</summary>
    public void CompileContainer(XElement container) => _blocks.CompileContainer(container);

    /// <summary>Compiles an element.</summary>
    public void Compile(XElement element)
    {
        switch (element)
        {
            case TagElement tag:
                CompileTag(tag);
                break;
            case NodeElement node:
                _compilation.Output.Add(node.Node);
                break;
            case var table when table.Name == Word.Table:
                _tables.Compile(table);
                break;
            case var container when BlockCompiler.IsContainer(container):
                WriteStart(container);
                _blocks.CompileContainer(container);
                WriteEnd(container);
                break;
            case var content when content.Name == Word.ContentControlContent && content.Elements().Any(BlockCompiler.IsBlock):
                WriteStart(content);
                _blocks.CompileSequence(content.Elements(), "content control");
                WriteEnd(content);
                break;
            case var other when !_references.TryCompile(other):
                CompileAsItIs(other);
                break;
        }
    }

    /// <summary>Copies an element's markup and compiles its content.</summary>
    public void CompileAsItIs(XElement element)
    {
        if (element.Name == Word.FieldCharacter)
        {
            _compilation.OpenFields += (string?)element.Attribute(Word.Main + "fldCharType") switch
            {
                "begin" => 1,
                "end" => -1,
                _ => 0,
            };
        }

        if (!element.Nodes().Any())
        {
            _compilation.Output.Write($"<{_compilation.Prefixes.Qualify(element.Name)}");
            WriteAttributes(element);
            _compilation.Output.Write("/>");
            return;
        }

        if (element.Name == Word.Paragraph)
        {
            _headings.Prepare(element);
        }

        WriteStart(element);
        CompileContent(element);
        WriteEnd(element);
    }

    /// <summary>Writes the start of an element.</summary>
    public void WriteStart(XElement element)
    {
        _compilation.Output.Write($"<{_compilation.Prefixes.Qualify(element.Name)}");
        WriteAttributes(element);
        _compilation.Output.Write(">");
    }

    /// <summary>Writes the attributes of an element, without those that a caller writes itself.</summary>
    public void WriteAttributes(XElement element, params ReadOnlySpan<XName> except)
    {
        foreach (var attribute in element.Attributes())
        {
            if (!attribute.IsNamespaceDeclaration && !except.Contains(attribute.Name) && attribute.Name != Word.Compatibility + "Ignorable")
            {
                WriteAttribute(attribute);
            }
        }
    }

    /// <summary>Writes the end of an element.</summary>
    public void WriteEnd(XElement element) => _compilation.Output.Write($"</{_compilation.Prefixes.Qualify(element.Name)}>");

    /// <summary>Writes one attribute.</summary>
    public void WriteAttribute(XName name, string value)
    {
        _compilation.Output.Write($" {_compilation.Prefixes.Qualify(name)}=\"");
        _compilation.Output.WriteText(value);
        _compilation.Output.Write("\"");
    }

    private void WriteAttribute(XAttribute attribute)
    {
        Refuse(attribute.Value, attribute.Parent!, $"the attribute {attribute.Name.LocalName}");
        WriteAttribute(attribute.Name, attribute switch
        {
            { Name.LocalName: "Requires", Parent.Name.LocalName: "Choice" } => _compilation.Prefixes.Translate(attribute),
            _ when attribute.Name.Namespace == Word.Relationships && _compilation.Source.Merger is { } merger =>
                MapLink(attribute, merger),
            _ => attribute.Value,
        });
    }

    private string MapLink(XAttribute attribute, ClauseMerger merger)
    {
        try
        {
            return _compilation.IsInNote
                ? throw new FormatException("A note of a clause cannot hold a link or an image.")
                : merger.MapLink(attribute.Value);
        }
        catch (FormatException exception)
        {
            _compilation.Faults.Add(PlaceOf(attribute.Parent!).Fault(exception.Message));
            return attribute.Value;
        }
    }

    private void CompileContent(XElement element)
    {
        if (element.Elements().OfType<TagElement>().Any())
        {
            var items = element.Nodes().Select(ItemOf).OfType<SequenceItem>().ToList();
            new ControlCompiler(_compilation, items, _compilation.IsPlainText ? "property" : "paragraph").Compile();
            return;
        }

        foreach (var node in element.Nodes())
        {
            CompileNode(node);
        }
    }

    private SequenceItem ItemOf(XNode node) =>
        node is TagElement { Tag: ControlTag } tag ? SequenceItem.Of(tag) : new SequenceItem.Content(() => CompileNode(node));

    private void CompileNode(XNode node)
    {
        if (node is XElement element)
        {
            _headings.Start(element);
            Compile(element);
            _headings.End(element);
        }
        else if (node is XText text && (text.Parent!.Elements().All(child => child is TagElement) || !string.IsNullOrWhiteSpace(text.Value)))
        {
            Refuse(text.Value, text.Parent!, text.Parent!.Name == Word.FieldCode ? "a Word field code" : "this place");
            _compilation.Output.WriteText(text.Value);
        }
    }

    private void CompileTag(TagElement element)
    {
        switch (element.Tag)
        {
            case FieldTag field:
                CompileField(field, element);
                break;
            case RefTag reference:
                CompileReference(reference, element);
                break;
            case ImageTag image:
                CompileImage(image, element);
                break;
            case IncludeTag:
                _compilation.Faults.Add(element.Place.Fault("A clause must stand alone in its paragraph, and not in a link or property."));
                break;
        }
    }

    private void CompileField(FieldTag field, TagElement element)
    {
        try
        {
            var value = FieldCompiler.Compile(field, _compilation.Scope, element.Place);
            _compilation.Output.Add(_compilation.IsPlainText
                ? new CharactersNode(value)
                : new RunNode(
                    value,
                    new RunFormat(CompileRunStart(element.RunProperties), CompileRunStart(RunFormats.ForRightToLeft(element.RunProperties))),
                    FieldControls.Compile(field, element, _compilation)));
        }
        catch (FormatException exception)
        {
            _compilation.Faults.Add(element.Place.Fault(exception.Message));
        }
    }

    private void CompileImage(ImageTag image, TagElement element)
    {
        try
        {
            _compilation.Output.Add(_compilation.IsPlainText
                ? throw new FormatException("An image cannot stand in a document property.")
                : ImageCompiler.Compile(image, element.Place, CompileRunStart(element.RunProperties), _compilation));
        }
        catch (FormatException exception)
        {
            _compilation.Faults.Add(element.Place.Fault(exception.Message));
        }
    }

    private void CompileReference(RefTag reference, TagElement element)
    {
        if (_compilation.IsPlainText)
        {
            _compilation.Faults.Add(element.Place.Fault("A cross-reference cannot stand in a document property."));
            return;
        }

        _compilation.Output.Add(new ReferenceNode(reference, _compilation.Source, CompileRunStart(element.RunProperties), element.Place));
    }

    private byte[] CompileRunStart(XElement? properties) => _compilation.CaptureLiteral(() =>
    {
        _compilation.Output.Write("<w:r>");
        if (properties is not null)
        {
            Compile(properties);
        }
    });

    /// <summary>Refuses a tag in a place where it would not be filled.</summary>
    private void Refuse(string text, XElement element, string where)
    {
        if (text.Contains("{{", StringComparison.Ordinal))
        {
            _compilation.Faults.Add((PlaceOf(element) with { Source = TagPlace.Shorten(text) }).Fault(
                $"A tag cannot stand in {where}; write it in the text of a paragraph."));
        }
    }

    private TagPlace PlaceOf(XElement element)
    {
        var paragraph = element.AncestorsAndSelf(Word.Paragraph).FirstOrDefault();
        return new TagPlace(_compilation.Source.File.Name, Source: null, paragraph is null ? null : TagPlace.Shorten(Word.TextOf(paragraph)));
    }
}
