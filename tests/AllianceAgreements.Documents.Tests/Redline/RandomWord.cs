using System.Globalization;
using System.Security;
using System.Text;
using System.Text.RegularExpressions;
using AllianceAgreements.Documents.Tests.Packages;
using AllianceAgreements.Documents.Tests.Preview;
using CsCheck;

namespace AllianceAgreements.Documents.Tests.Redline;

/// <summary>Word files of every kind of content that is compared, at random, and random edits of them.</summary>
internal static class RandomWord
{
    private static readonly string[] Vocabulary =
        ["the", "Party", "shall", "notify", "each", "other", "within", "30", "days", "of", "notice", "Alliance", "\"Affiliate\"", "1,000.50", "联盟", "e\u0301tat", "😀", "<&>"];

    private static readonly string[] Separators = [" ", " ", " ", ", ", ". ", "\u00A0", "-", "  "];

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static readonly Gen<string> Words = Gen.Select(OneOf(Vocabulary), OneOf(Separators)).Select((word, separator) => word + separator)
        .List[1, 8].Select(string.Concat);

    private static readonly Gen<string> Format = OneOf("", "", "", "<w:b/>", "<w:i/>", "<w:b/><w:u w:val=\"single\"/>", "<w:rStyle w:val=\"Term\"/>");

    private static readonly Gen<string> Run = Gen.Select(Words, Format).Select((text, format) => WordXmlText.Run(text, format));

    private static readonly Gen<string> Link = Gen.Select(OneOf("x0", "x1"), Run).Select((link, run) => $"<w:hyperlink r:id=\"{link}\">{run}</w:hyperlink>");

    private static readonly Gen<string> Piece = Gen.Frequency(
        (12, Run),
        (1, Gen.Const("<w:r><w:endnoteReference w:id=\"endnote\"/></w:r>")),
        (1, Run.Select(run => $"<w:commentRangeStart w:id=\"comment\"/>{run}<w:commentRangeEnd w:id=\"comment\"/><w:r><w:commentReference w:id=\"comment\"/></w:r>")),
        (1, Gen.Const("<w:r><w:tab/></w:r>")),
        (1, Gen.Const("<w:r><w:t>a</w:t><w:br/><w:noBreakHyphen/><w:t xml:space=\"preserve\"> b</w:t></w:r>")),
        (1, Words.Select(text => $"<w:r><w:footnoteReference w:id=\"note\"/></w:r><!--{text.Replace("-", "", StringComparison.Ordinal)}-->")),
        (1, Gen.Select(OneOf("title", "date"), Run).Select((tag, run) => $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"identity\"/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>")),
        (1, Link),
        (1, Gen.Select(OneOf("3", "4.2"), OneOf("one", "two")).Select((result, name) =>
            $"<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> REF {name} </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{WordXmlText.Run(result)}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")),
        (1, Run.Select(run => $"<w:fldSimple w:instr=\"PAGE\">{run}</w:fldSimple>")),
        (1, Run.Select(run => $"<w:bookmarkStart w:id=\"mark\" w:name=\"mark\"/>{run}<w:bookmarkEnd w:id=\"mark\"/>")));

    private static readonly Gen<string> Properties = Gen.Frequency(
        (6, Gen.Const("")),
        (2, OneOf("<w:pStyle w:val=\"Heading1\"/>", "<w:pStyle w:val=\"Clause\"/>")),
        (3, Gen.Select(Gen.Int[1, 3], Gen.Int[0, 1]).Select((list, level) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>")),
        (1, Gen.Const("<w:keepNext/><w:rPr><w:b/></w:rPr>")));

    private static readonly Gen<string> Paragraph = Gen.Select(Properties, Piece.List[0, 5]).Select((properties, pieces) =>
        $"<w:p><w:pPr>{properties}</w:pPr>{string.Concat(pieces)}</w:p>");

    private static readonly Gen<string> Row = Gen.Select(Paragraph.List[1, 2], Paragraph, Gen.Bool).Select((left, right, repeats) =>
        $"<w:tr>{(repeats ? "<w:trPr><w:tblHeader/></w:trPr>" : "")}{Cell(string.Concat(left))}{Cell(right)}</w:tr>");

    private static readonly Gen<string> Table = Row.List[1, 4].Select(rows =>
        $"<w:tbl><w:tblPr><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>{string.Concat(rows)}</w:tbl>");

    /// <summary>Which headers and footers a section names, and how it is.</summary>
    private static readonly Gen<string> Section = Gen.Select(OneOf("", "header0", "header1", "header2"), OneOf("", "", "header0", "header2"), OneOf("", "footer0"), OneOf("", "<w:titlePg/>")).Select(
        (even, other, footer, title) => $"<w:sectPr>{Refer("header", "default", other)}{Refer("header", "first", even)}{Refer("footer", "default", footer)}<w:pgSz w:w=\"12240\" w:h=\"15840\"/>{title}</w:sectPr>");

    private static readonly Gen<string[]> Margins = Gen.Select(Run.List[0, 3], Link.List[0, 1], OneOf("", "", "<w:p/>"))
        .Select((runs, links, more) => $"<w:p>{string.Concat(runs)}{string.Concat(links)}</w:p>{more}").Array[4];

    private static readonly Gen<string> Block = Gen.Frequency(
        (10, Paragraph),
        (2, Gen.Select(Run, Section).Select((run, section) => $"<w:p><w:pPr>{section}</w:pPr>{run}</w:p>")),
        (2, Gen.Select(Table, Paragraph).Select((table, paragraph) => table + paragraph)),
        (1, Gen.Select(OneOf("annex", "schedule"), Paragraph.List[1, 3]).Select((tag, paragraphs) =>
            $"<w:sdt><w:sdtPr><w:tag w:val=\"{tag}\"/><w:id w:val=\"identity\"/></w:sdtPr><w:sdtContent>{string.Concat(paragraphs)}</w:sdtContent></w:sdt>")));

    private static readonly Gen<IReadOnlyList<string>> Body = Block.List[1, 10].Select(blocks => (IReadOnlyList<string>)blocks);

    /// <summary>Two files: the second an edit of the first, or another one altogether.</summary>
    public static Gen<(byte[] Before, byte[] After)> Pair { get; } = Gen.Select(Gen.Select(
        Gen.Frequency((1, Gen.Select(Body, Body)), (4, Gen.Select(Body, Edit.List[1, 5]).Select((body, edits) => (body, (IReadOnlyList<string>)Apply(body, edits))))),
        Look, Look), Gen.Select(Section, Section, Gen.Bool), Gen.Select(Margins, Margins, Gen.Bool)).Select((text, last, margins) => (
            ToFile(text.Item1.Item1, text.Item2, last.Item1, margins.Item1),
            ToFile(text.Item1.Item2, text.Item3, last.Item3 ? last.Item1 : last.Item2, margins.Item3 ? margins.Item1 : margins.Item2)));

    private static Gen<Func<List<string>, List<string>>> Edit => Gen.Select(Gen.Int[0, 4], Gen.Int[0, 1000], Block, OneOf(Vocabulary), OneOf(Vocabulary)).Select(
        Func<List<string>, List<string>> (kind, at, block, from, to) => blocks =>
        {
            var place = at % Math.Max(1, blocks.Count);
            switch (kind)
            {
                case 0:
                    blocks.Insert(place, block);
                    break;
                case 1 when blocks.Count > 1:
                    blocks.RemoveAt(place);
                    break;
                case 2 when blocks.Count > 1:
                    var moved = blocks[place];
                    blocks.RemoveAt(place);
                    blocks.Insert(at % blocks.Count, moved);
                    break;
                case 3:
                    blocks[place] = Regex.Replace(blocks[place], "(?<=preserve\">)[^<]*", text => text.Value.Replace(Escape(from), Escape(to), StringComparison.Ordinal));
                    break;
                default:
                    blocks[place] = blocks[place].Replace("<w:tr>", $"<w:tr>{Cell("<w:p/>")}{Cell(WordXmlText.Paragraph(to))}</w:tr><w:tr>", StringComparison.Ordinal)
                        .Replace("<w:i/>", "<w:b/>", StringComparison.Ordinal);
                    break;
            }

            return blocks;
        });

    /// <summary>What styles and lists look like: mostly alike in both files, so that what differs comes up, too.</summary>
    private static Gen<(string Clause, string Numbers)> Look => Gen.Select(
        OneOf("<w:pPr><w:keepLines/></w:pPr>", "<w:pPr><w:keepLines/></w:pPr>", "<w:pPr><w:keepLines/></w:pPr><w:rPr><w:i/></w:rPr>"),
        OneOf("%1.%2", "%1.%2", "%1.%2", "(%2)"));

    private static List<string> Apply(IReadOnlyList<string> body, List<Func<List<string>, List<string>>> edits) =>
        edits.Aggregate(body.ToList(), (blocks, edit) => edit(blocks));

    private static string Escape(string text) => SecurityElement.Escape(text);

    private static string Cell(string content) => $"<w:tc><w:tcPr><w:tcW w:w=\"2000\" w:type=\"dxa\"/></w:tcPr>{content}</w:tc>";

    private static string Refer(string what, string type, string part) => part.Length == 0 ? "" : $"<w:{what}Reference w:type=\"{type}\" r:id=\"{part}\"/>";

    private static byte[] ToFile(IReadOnlyList<string> blocks, (string Clause, string Numbers) look, string section, string[] margins)
    {
        var (notes, endnotes, comments) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        var body = Numbered(string.Concat(blocks), notes, endnotes, comments) + $"<w:p/>{section}";
        var file = new WordFile
        {
            Body = body,
            Styles = WordXmlText.Style("Heading1", "<w:pPr><w:numPr><w:numId w:val=\"4\"/></w:numPr><w:outlineLvl w:val=\"0\"/></w:pPr>")
                + WordXmlText.Style("Clause", look.Clause)
                + WordXmlText.Style("Term", "<w:rPr><w:b/></w:rPr>", "character"),
            Numbering = WordXmlText.List(0, ("decimal", "%1.", ""), ("decimal", look.Numbers, ""))
                + WordXmlText.List(1, ("decimal", "%1.", ""), ("lowerLetter", "(%2)", ""))
                + WordXmlText.List(2, ("decimal", "Article %1", "<w:pStyle w:val=\"Heading1\"/>"))
                + WordXmlText.Use(1, 0) + WordXmlText.Use(2, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>")
                + WordXmlText.Use(3, 1) + WordXmlText.Use(4, 2),
            Footnotes = notes.ToString(),
        }.WithLink("hyperlink", "https://example.org/a", external: true).WithLink("hyperlink", "https://example.org/b", external: true)
            .WithPart("endnotes", "endnotes", "endnotes", endnotes.ToString())
            .WithPart("comments", "comments", "comments", comments.ToString());
        foreach (var (index, margin) in margins.Index())
        {
            var (kind, name, root) = index < 3 ? ("header", $"header{index}", "hdr") : ("footer", "footer0", "ftr");
            file.WithPart(kind, name, root, margin).WithLinksOf(name, "https://example.org/a", "https://example.org/b");
        }

        return file.ToBytes();
    }

    /// <summary>Gives identities their numbers and notes their text, in the order they stand in.</summary>
    private static string Numbered(string body, StringBuilder notes, StringBuilder endnotes, StringBuilder comments)
    {
        var text = new StringBuilder();
        var (identity, marks, remarks) = (0, 0, 0);
        foreach (var piece in body.Split('"'))
        {
            switch (piece)
            {
                case "identity":
                    text.Append(++identity);
                    break;
                case "note":
                    text.Append(++identity);
                    notes.Append(CultureInfo.InvariantCulture, $"<w:footnote w:id=\"{identity}\">{WordXmlText.Paragraph($"Note of {Vocabulary[identity % Vocabulary.Length]}.")}</w:footnote>");
                    break;
                case "endnote":
                    text.Append(++identity);
                    endnotes.Append(CultureInfo.InvariantCulture, $"<w:endnote w:id=\"{identity}\">{WordXmlText.Paragraph($"Source {Vocabulary[identity % Vocabulary.Length]}.")}</w:endnote>");
                    break;
                case "comment":
                    // Its beginning, its end and its reference.
                    var remark = 1 + (remarks++ / 3);
                    text.Append(remark);
                    if (remarks % 3 == 0)
                    {
                        comments.Append(CultureInfo.InvariantCulture, $"<w:comment w:id=\"{remark}\" w:author=\"{"AB"[remark % 2]}\">{WordXmlText.Paragraph($"Why {Vocabulary[body.Length % Vocabulary.Length]}?")}</w:comment>");
                    }

                    break;
                case "mark":
                    // Number and name of the beginning, number of the end.
                    marks++;
                    text.Append(marks % 3 == 2 ? $"mark{marks / 3}" : $"{1000 + ((marks - 1) / 3)}");
                    break;
                default:
                    text.Append(piece);
                    break;
            }

            text.Append('"');
        }

        return text.ToString(0, text.Length - 1);
    }
}
