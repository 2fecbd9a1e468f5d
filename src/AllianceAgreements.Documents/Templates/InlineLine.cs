using System.Xml.Linq;

namespace AllianceAgreements.Documents.Templates;

/// <summary>The content of a paragraph, or of a link in it, as one line of text with the runs it came from.</summary>
internal sealed class InlineLine
{
    private readonly XElement _container;
    private readonly List<Piece> _pieces;

    private InlineLine(XElement container, List<Piece> pieces)
    {
        _container = container;
        _pieces = pieces;
        Text = string.Concat(pieces.Select(piece => piece.Text));
    }

    /// <summary>The text, with a <see cref="TagScanner.Obstacle"/> for everything that cannot be part of a tag.</summary>
    public string Text { get; }

    /// <summary>Reads the runs of a container.</summary>
    public static InlineLine Read(XElement container)
    {
        var pieces = new List<Piece>();
        foreach (var child in container.Elements())
        {
            if (child.Name == Word.Run)
            {
                pieces.AddRange(child.Elements().Where(content => content.Name != Word.RunProperties).Select(content => Piece.OfRun(child, content)));
            }
            else
            {
                pieces.Add(Piece.OfMark(child));
            }
        }

        return new InlineLine(container, pieces);
    }

    /// <summary>Puts tags in the place of their text.</summary>
    public void Replace(IReadOnlyList<ScannedTag> tags)
    {
        var content = new List<XElement>();
        var delayed = new List<XElement>();
        var position = 0;
        var next = 0;
        foreach (var piece in _pieces)
        {
            var end = position + piece.Text.Length;
            while (position < end)
            {
                var tag = next < tags.Count ? tags[next] : null;
                if (tag is null || position < tag.Start)
                {
                    var stop = Math.Min(end, tag?.Start ?? end);
                    Append(content, piece, piece.Text[^(end - position)..^(end - stop)]);
                    position = stop;
                    continue;
                }

                if (position == tag.Start)
                {
                    content.Add(new TagElement(tag.Tag, piece.Run!.Element(Word.RunProperties), tag.Place));
                }

                position = Math.Min(end, tag.End);
                if (position == tag.End)
                {
                    content.AddRange(delayed);
                    delayed.Clear();
                    next++;
                }
            }

            if (piece.Text.Length == 0)
            {
                var isInside = next < tags.Count && position > tags[next].Start;
                Place(piece, content, isInside ? delayed : null);
            }
        }

        _container.ReplaceNodes(content);
    }

    /// <summary>A mark inside a tag goes around it: what starts there before it, everything else behind it.</summary>
    private static void Place(Piece piece, List<XElement> content, List<XElement>? delayed)
    {
        if (delayed is null)
        {
            Append(content, piece, "");
        }
        else if (piece.Content.Name == Word.BookmarkStart)
        {
            content.Insert(content.Count - 1, piece.Content);
        }
        else if (piece.Run is null)
        {
            delayed.Add(piece.Content);
        }
    }

    private static void Append(List<XElement> content, Piece piece, string text)
    {
        if (piece.Run is not { } source)
        {
            content.Add(piece.Content);
            return;
        }

        if (content.LastOrDefault()?.Annotation<XElement>() != source)
        {
            var run = new XElement(Word.Run, source.Attributes(), source.Element(Word.RunProperties));
            run.AddAnnotation(source);
            content.Add(run);
        }

        if (piece.Content.Name == Word.Text)
        {
            content[^1].Add(new XElement(Word.Text, new XAttribute(XNamespace.Xml + "space", "preserve"), text));
        }
        else
        {
            // Still in its old run it would be copied, and tags found inside it would be lost with the original.
            piece.Content.Remove();
            content[^1].Add(piece.Content);
        }
    }

    /// <summary>A piece of a line.</summary>
    /// <param name="Run">The run it belongs to; null for what stands between runs.</param>
    /// <param name="Content">The element itself.</param>
    /// <param name="Text">Its text; empty for marks that a tag may run across.</param>
    private sealed record Piece(XElement? Run, XElement Content, string Text)
    {
        private static readonly string Opaque = TagScanner.Obstacle.ToString();

        public static Piece OfRun(XElement run, XElement content) => new(run, content, content.Name.LocalName switch
        {
            "t" when content.Name == Word.Text => (string?)content.Attribute(XNamespace.Xml + "space") == "preserve" ? content.Value : content.Value.Trim(' ', '\t', '\r', '\n'),
            "noBreakHyphen" => "-",
            "softHyphen" => "",
            _ => Opaque,
        });

        public static Piece OfMark(XElement mark) => new(null, mark, mark.Name.LocalName switch
        {
            "bookmarkStart" or "bookmarkEnd" or "permStart" or "permEnd" or "pPr" => "",
            _ => Opaque,
        });
    }
}
