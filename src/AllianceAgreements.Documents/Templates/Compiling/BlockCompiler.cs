using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Tags;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles paragraphs and tables in a row: blocks around whole paragraphs, and clauses.</summary>
internal sealed class BlockCompiler(Compilation compilation, ElementCompiler elements, IncludeCompiler includes)
{
    private static readonly HashSet<XName> Containers =
    [
        Word.Body, Word.Cell, Word.TextBox, Word.Main + "hdr", Word.Main + "ftr", Word.Main + "footnote", Word.Main + "endnote",
    ];

    /// <summary>Whether an element holds blocks and must end with a paragraph.</summary>
    public static bool IsContainer(XElement element) => Containers.Contains(element.Name);

    /// <summary>Whether an element is a paragraph or a table.</summary>
    public static bool IsBlock(XElement element) => element.Name == Word.Paragraph || element.Name == Word.Table;

    /// <summary>Compiles the content of a container.</summary>
    public void CompileContainer(XElement container)
    {
        var section = container.Elements(Word.SectionProperties).LastOrDefault();
        var blocks = container.Elements().Where(element => element != section).ToList();
        if (blocks.Exists(Varies))
        {
            compilation.CompileContainer(tracksBlocks: true, () =>
                compilation.Output.Add(new ContainerNode(compilation.Capture(() => CompileSequence(blocks, NameOf(container))))));
        }
        else
        {
            compilation.CompileContainer(tracksBlocks: false, () => CompileSequence(blocks, NameOf(container)));
        }

        if (section is not null)
        {
            elements.Compile(section);
        }
    }

    /// <summary>Compiles blocks, of which some may be tags alone in their paragraph.</summary>
    public void CompileSequence(IEnumerable<XElement> blocks, string where)
    {
        var items = new List<SequenceItem>();
        foreach (var block in blocks)
        {
            if (block.Name == Word.Paragraph && TagsAlone(block) is { } tags)
            {
                AddTags(items, block, tags);
            }
            else
            {
                items.Add(new SequenceItem.Content(() => CompileBlock(block)));
            }
        }

        new ControlCompiler(compilation, items, where).Compile();
    }

    private static string NameOf(XElement container) => container.Name.LocalName switch
    {
        "body" => "document",
        "tc" => "cell",
        "hdr" => "header",
        "ftr" => "footer",
        "txbxContent" => "text box",
        var name => name,
    };

    private static bool Varies(XElement block) =>
        block.DescendantsAndSelf().Any(element => element.Name == Word.Paragraph && TagsAlone(element) is not null)
        || block.Descendants(Word.Row).Any(row => row.Annotation<RowTags>() is not null);

    /// <summary>The tags of a paragraph that holds nothing but tags around other paragraphs, or a clause; else null.</summary>
    private static List<TagElement>? TagsAlone(XElement paragraph)
    {
        var tags = paragraph.Elements().OfType<TagElement>().ToList();
        if (tags.Count == 0 || !paragraph.Elements().All(IsInvisible))
        {
            return null;
        }

        return tags is [{ Tag: IncludeTag }] || (tags.TrueForAll(tag => tag.Tag is ControlTag) && !TagPairs.ArePaired(tags)) ? tags : null;
    }

    private static bool IsInvisible(XElement child) =>
        child is TagElement
        || child.Name == Word.ParagraphProperties
        || child.Name.LocalName is "bookmarkStart" or "bookmarkEnd" or "permStart" or "permEnd"
        || (child.Name == Word.Run && child.Elements().All(content =>
            content.Name == Word.RunProperties || (content.Name == Word.Text && string.IsNullOrWhiteSpace(content.Value))));

    private void AddTags(List<SequenceItem> items, XElement paragraph, List<TagElement> tags)
    {
        if (paragraph.Descendants(Word.SectionProperties).Any())
        {
            compilation.Faults.Add(tags[0].Place.Fault("This paragraph ends a section, so it cannot vanish; put the tag into a paragraph of its own."));
        }

        // Bookmarks of the paragraph stay outside the block, so that they come out whole.
        var marks = paragraph.Elements().Where(child => child is not TagElement && child.Name != Word.ParagraphProperties && child.Name != Word.Run)
            .Select(mark => new SequenceItem.Content(() => elements.Compile(mark)));
        var ends = tags[0].Tag is CloseTag;
        items.AddRange(ends ? [] : marks);
        items.AddRange(tags.Select(ItemOf));
        items.AddRange(ends ? marks : []);
    }

    private SequenceItem ItemOf(TagElement element) => element.Tag is IncludeTag include
        ? new SequenceItem.Content(() => includes.Compile(include, element.Place, elements))
        : SequenceItem.Of(element);

    private void CompileBlock(XElement block)
    {
        elements.Compile(block);
        if (block.Name == Word.Paragraph)
        {
            compilation.MarkBlock(LastBlock.Paragraph);
        }
        else
        {
            compilation.ForgetBlock();
        }
    }
}
