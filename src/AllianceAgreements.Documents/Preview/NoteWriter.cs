using System.Xml;
using AllianceAgreements.Documents.Preview.Html;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Writes the notes the text refers to below it, in the order of their numbers.</summary>
internal static class NoteWriter
{
    /// <param name="reader">The footnotes or endnotes part.</param>
    /// <param name="context">What the preview shares; its list of notes is complete by now.</param>
    /// <param name="notes">The notes of this part.</param>
    public static NoteList Write(XmlReader reader, PreviewContext context, NoteList notes)
    {
        var html = context.Body;
        string[] wanted = [.. notes.Ids];
        var contents = wanted.ToDictionary(id => id, _ => default(HtmlFragment), StringComparer.Ordinal);
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "footnote" or "endnote", IsWord: true }
                && reader.Attribute("id") is { } id && contents.ContainsKey(id))
            {
                var content = context.Rent();
                BlockReader.Read(reader, content, context);
                contents[id] = content.ToFragment();
                context.Return(content);
            }
        }

        html.Start(Tag.Section);
        if (notes.Kind == NoteKind.Endnote)
        {
            html.Classes(ClassName.Notes, ClassName.Roman).Label("Endnotes");
        }
        else
        {
            html.Classes(ClassName.Notes).Label("Footnotes");
        }

        html.Start(Tag.Ol);
        foreach (var id in wanted)
        {
            html.Start(Tag.Li);
            html.Append(contents[id]);
            html.End(Tag.Li);
        }

        html.End(Tag.Ol);
        html.End(Tag.Section);
        return notes;
    }
}
