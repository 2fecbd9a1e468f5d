using System.Globalization;
using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles what carries a number or name that must be unique, or that means something elsewhere in the package.</summary>
internal sealed class ReferenceCompiler(Compilation compilation, ElementCompiler elements)
{
    private static readonly HashSet<string> StyleReferences = new(StringComparer.Ordinal) { "pStyle", "rStyle", "tblStyle" };

    /// <summary>Compiles an element if it is of that kind.</summary>
    public bool TryCompile(XElement element)
    {
        switch (element)
        {
            case var start when start.Name == Word.BookmarkStart:
                CompileBookmarkStart(start);
                return true;
            case var end when end.Name == Word.BookmarkEnd:
                CompileBookmarkEnd(end);
                return true;
            case var drawing when drawing.Name == Word.Drawing + "docPr":
                CompileId(drawing, "id", IdentityKind.Drawing);
                return true;
            case var id when id.Name == Word.Id && id.Parent?.Name == Word.ContentControlProperties:
                CompileId(id, Word.Value, IdentityKind.ContentControl);
                return true;
            case var footnote when footnote.Name == Word.FootnoteReference:
                CompileNote(footnote, NoteKind.Footnote);
                return true;
            case var endnote when endnote.Name == Word.EndnoteReference:
                CompileNote(endnote, NoteKind.Endnote);
                return true;
            case var list when list.Name == Word.ListId && compilation.Source.Merger is not null:
                CompileList(list);
                return true;
            case var style when compilation.Source.Merger is not null && style.Name.Namespace == Word.Main && StyleReferences.Contains(style.Name.LocalName):
                CompileStyle(style);
                return true;
            default:
                return false;
        }
    }

    private void CompileBookmarkStart(XElement start)
    {
        var bookmark = compilation.Source.StartBookmark((string?)start.Attribute(Word.Id) ?? "", (string?)start.Attribute(Word.NameAttribute) ?? "");
        bookmark.StartBranch = compilation.Branch;
        if (compilation.IsText)
        {
            compilation.References.AddTarget(bookmark.Key);
        }

        compilation.Output.Add(new BookmarkStartNode(bookmark));
    }

    private void CompileBookmarkEnd(XElement end)
    {
        if (compilation.Source.FindBookmark((string?)end.Attribute(Word.Id) ?? "") is { } bookmark)
        {
            bookmark.EndBranch = compilation.Branch;
            compilation.Output.Add(new BookmarkEndNode(bookmark));
        }
    }

    private void CompileId(XElement element, XName attribute, IdentityKind kind)
    {
        compilation.Output.Write($"<{compilation.Prefixes.Qualify(element.Name)} {compilation.Prefixes.Qualify(attribute)}=\"");
        compilation.Output.Add(new UniqueIdNode(kind));
        compilation.Output.Write("\"");
        elements.WriteAttributes(element, attribute);
        compilation.Output.Write(">");
        foreach (var child in element.Elements())
        {
            elements.Compile(child);
        }

        elements.WriteEnd(element);
    }

    private void CompileNote(XElement reference, NoteKind kind)
    {
        if (compilation.Source.File.FindNote(kind, (string?)reference.Attribute(Word.Id)) is not { } note)
        {
            return;
        }

        var prefixes = compilation.Package.EnsureNotes(kind, note.Document!.Root!).Prefixes;
        prefixes.Merge(note.Document!.Root!);
        var attributes = compilation.Capture(() => elements.WriteAttributes(reference, Word.Id));
        var content = compilation.CaptureNote(prefixes, () => elements.CompileContainer(note));
        compilation.Output.Add(new NoteReferenceNode(kind, attributes, content));
    }

    private void CompileList(XElement list)
    {
        compilation.Output.Write("<w:numId w:val=\"");
        switch (compilation.Source.Merger!.MapList(Word.ValueOf(list) ?? "0"))
        {
            case { Template: { } template }:
                compilation.Output.Add(new ListIdNode(template));
                break;
            case { Id: var id }:
                compilation.Output.Write(id.ToString(CultureInfo.InvariantCulture));
                break;
        }

        compilation.Output.Write("\"/>");
    }

    private void CompileStyle(XElement style)
    {
        compilation.Output.Write($"<{compilation.Prefixes.Qualify(style.Name)}");
        elements.WriteAttribute(Word.Value, compilation.Source.Merger!.MapStyle(Word.ValueOf(style) ?? ""));
        compilation.Output.Write("/>");
    }
}
