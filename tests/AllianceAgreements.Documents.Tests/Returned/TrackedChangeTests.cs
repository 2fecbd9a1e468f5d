using System.Xml.Linq;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Rendering.References;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Returned;

/// <summary>Tracked changes that no text shows count as accepted, too.</summary>
public sealed class TrackedChangeTests
{
    private const string Deleted = "<w:del w:id=\"90\" w:author=\"B\" w:date=\"2027-02-03T04:05:00Z\"/>";

    [Theory]
    [InlineData("del")]
    [InlineData("moveFrom")]
    public void Compare_ParagraphMarkThatWasDeleted_MakesTwoParagraphsOne(string mark)
    {
        var draft = Fill.ToBytes(Clauses("The Parties shall pay", "within a year.", "Amen."));
        var returned = EditParagraph(draft, "The Parties shall pay", paragraph => paragraph.Element(Word.Main + "pPr")!.Add(Parse($"<w:rPr>{Deleted.Replace("w:del", "w:" + mark, StringComparison.Ordinal)}</w:rPr>")));

        var changes = new ReturnedDraftReader().Compare(draft, returned).Texts;

        Assert.Contains(new ChangedText("Section 1.1", "The Parties shall pay", "The Parties shall paywithin a year."), changes);
        Assert.Contains(changes, change => change is { Was: "within a year.", Is: null });
        Assert.Equal(2, changes.Count);
    }

    [Fact]
    public void Compare_LastParagraphOfACellWhoseMarkWasDeleted_StaysInItsCell()
    {
        var draft = Fill.ToBytes(Table(Row("one", "two")));
        var returned = EditParagraph(draft, "one", paragraph => paragraph.AddFirst(Parse($"<w:pPr><w:rPr>{Deleted}</w:rPr></w:pPr>")));

        Assert.True(new ReturnedDraftReader().Compare(draft, returned).IsEmpty);
    }

    [Fact]
    public void Compare_RowThatWasDeleted_IsGone()
    {
        var draft = Fill.ToBytes(P("{{title}}") + Table(Row("one", "two"), Row("three", "four {{months}}")));
        var returned = EditParagraph(draft, "three", paragraph => paragraph.Ancestors(Word.Main + "tr").First().AddFirst(Parse($"<w:trPr>{Deleted}</w:trPr>")));

        var changes = new ReturnedDraftReader().Compare(draft, returned);

        Assert.Equal([("three", null), ("four 18", null)], changes.Texts.Select(text => (text.Was, text.Is)));
        Assert.Equal([("months", null)], changes.Fields.Select(field => (field.Path, field.Is)));
        Assert.True(new ReturnedDraftReader().Read(returned)!.IsTextChanged);
    }

    [Fact]
    public void Compare_CellThatWasDeleted_IsGone()
    {
        var draft = Fill.ToBytes(Table(Row("one", "two")));
        var returned = EditParagraph(draft, "two", paragraph => paragraph.Parent!.Element(Word.Main + "tcPr")!.Add(Parse(Deleted.Replace("w:del", "w:cellDel", StringComparison.Ordinal))));

        Assert.Equal([new ChangedText(null, "two", null)], new ReturnedDraftReader().Compare(draft, returned).Texts);
    }

    private static Template Clauses(params string[] texts) => new()
    {
        Body = Styled("Heading1", "A") + string.Concat(texts.Select(text => Styled("Clause", text))),
        Styles = HouseNumbering.Styles,
        Numbering = HouseNumbering.Numbering,
    };

    private static byte[] EditParagraph(byte[] draft, string said, Action<XElement> edit) => ReturnedFile.Edit(draft, text =>
    {
        var document = XElement.Parse(text, LoadOptions.PreserveWhitespace);
        edit(document.Descendants(Word.Paragraph).Single(paragraph => Filled.TextOf(paragraph) == said));
        return document.ToString(SaveOptions.DisableFormatting);
    });

    private static XElement Parse(string markup) => XElement.Parse($"<r {Template.Namespaces}>{markup}</r>").Elements().Single();
}
