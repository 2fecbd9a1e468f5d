using System.Text;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Rendering.References;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Terms;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Returned;

public sealed class ReturnedDraftReaderTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Read_AgreementAsItWasDrafted_ReportsNothingAndHasItsTerms(string request)
    {
        var returned = Read(FormDrafts.Of(request));

        Assert.Equal((FormDrafts.Reference, FormDrafts.Revision), (returned.Reference, returned.Revision));
        Assert.Empty(returned.ChangedFields);
        Assert.False(returned.IsTextChanged);
        Assert.True(new ReturnedDraftReader().Compare(FormDrafts.Of(request), FormDrafts.Of(request)).IsEmpty);
        Assert.Equal(FormRequests.Terms(request).ToUtf8Json(), AgreementTerms.FromStored(returned.Terms).ToUtf8Json());
    }

    [Fact]
    public void Read_FieldsThatTheOtherSideChanged_AreReportedByTheirPaths()
    {
        var draft = Fill.ToBytes(P("For {{title}} within {{months}} months.", "{{#each people}}", "{{name}} pays {{price | money}}.", "{{/each}}"));
        var edited = ReturnedFile.Replace(ReturnedFile.Replace(draft, ">18<", ">24<"), ">Bo<", ">Cy<");

        var returned = Read(edited);

        Assert.Equal([new ChangedField("months", null, "18", "24", null), new ChangedField("people[1].name", null, "Bo", "Cy", null)], returned.ChangedFields);
        Assert.False(returned.IsTextChanged);
    }

    [Fact]
    public void Read_TextOutsideFields_IsReportedAsChanged()
    {
        var draft = Fill.ToBytes(P("Payable within {{months}} days."));

        var returned = Read(ReturnedFile.Replace(draft, "Payable", "Payable in full"));

        Assert.Empty(returned.ChangedFields);
        Assert.True(returned.IsTextChanged);
    }

    [Fact]
    public void Read_NoteThatWasEdited_IsReportedAsChanged()
    {
        var draft = Fill.ToBytes(new Template { Body = Runs(R("x"), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>"), Footnote = P("Within {{months}} days.") });

        Assert.False(Read(draft).IsTextChanged);
        Assert.True(Read(ReturnedFile.Replace(draft, "18", "24", "word/footnotes.xml")).IsTextChanged);
    }

    [Fact]
    public void Read_WhatWordDoesOnSaving_IsNoChange()
    {
        var draft = Fill.ToBytes(Numbered(Runs(R("Payable within {{months}} months, see "), R("{{ref here}}", Bold), R("."))));
        var saved = ReturnedFile.Edit(draft, text => text
            .Replace("<w:t xml:space=\"preserve\">Payable within </w:t></w:r>", "<w:t>Pay</w:t></w:r><w:proofErr w:type=\"spellStart\"/><w:r w:rsidR=\"00AA11BB\"><w:t xml:space=\"preserve\">able  within </w:t></w:r>", StringComparison.Ordinal)
            .Replace("<w:t xml:space=\"preserve\">18</w:t></w:r>", "<w:t>1</w:t></w:r><w:r><w:t>8</w:t></w:r>", StringComparison.Ordinal)
            .Replace(">1.1<", ">1.2<", StringComparison.Ordinal)
            .Replace("<w:id w:val=\"1\"/>", "<w:id w:val=\"-1402217\"/><w:placeholder/>", StringComparison.Ordinal));

        var returned = Read(saved);

        Assert.Empty(returned.ChangedFields);
        Assert.False(returned.IsTextChanged);
        Assert.NotEqual(draft.Length, saved.Length);
    }

    [Fact]
    public void Read_TrackedChanges_CountAsIfAccepted()
    {
        var draft = Fill.ToBytes(P("Payable within {{months}} days."));
        var edited = ReturnedFile.Edit(draft, text => text.Replace(
            "<w:r><w:t xml:space=\"preserve\">18</w:t></w:r>",
            "<w:del w:id=\"90\" w:author=\"B\"><w:r><w:delText>18</w:delText></w:r></w:del><w:ins w:id=\"91\" w:author=\"B\"><w:r><w:t>24</w:t></w:r></w:ins>",
            StringComparison.Ordinal));

        Assert.Equal([new ChangedField("months", null, "18", "24", null)], Read(edited).ChangedFields);
        Assert.False(Read(edited).IsTextChanged);
    }

    [Fact]
    public void Read_ControlThatIsGone_IsReportedAsAFieldThatIsGone()
    {
        var draft = Fill.ToBytes(P("{{title}} and {{title}} of {{months}}"));
        var edited = ReturnedFile.Edit(draft, text => text.Remove(
            text.IndexOf("<w:sdt>", StringComparison.Ordinal), text.IndexOf("</w:sdt>", StringComparison.Ordinal) + "</w:sdt>".Length - text.IndexOf("<w:sdt>", StringComparison.Ordinal)));

        Assert.Equal([new ChangedField("title", null, "Heart Alliance", null, null)], Read(edited).ChangedFields);
    }

    [Fact]
    public void Read_ValuesOfEveryKind_AreAsTheyWere()
    {
        var value = "a\nb\r\nc\td <w:t>&amp;\" \u05E9\u05DC\u05D5\u05DD 12 \u533B\u7597\u8054\u76DF \U0001F3E5 ]]>" + new string('x', 100_000);
        var draft = Fill.ToBytes(P("for {{title}} now"), new Sheet { Title = value });

        var returned = Read(draft);

        Assert.Empty(returned.ChangedFields);
        Assert.False(returned.IsTextChanged);
    }

    [Fact]
    public void Read_FileThatIsNoDraft_IsNothing()
    {
        Assert.Null(new ReturnedDraftReader().Read(((Template)P("x")).ToBytes()));
        Assert.Null(new ReturnedDraftReader().Read(((Template)P("x")).With("c", "customXml", "item.xml", "<other/>"u8.ToArray(), "application/xml").ToBytes()));
    }

    [Fact]
    public void Read_FileThatIsNoWordDocument_IsRefused() =>
        Assert.Throws<InvalidDataException>(() => new ReturnedDraftReader().Read(Encoding.UTF8.GetBytes("PK, and not a package")));

    [Fact]
    public void Draft_Fields_StandInControlsThatShowNothing()
    {
        var filled = Fill.With(P("{{title}} {{months | plural:\"a\",\"b\"}} {{\"x\"}}", "{{#each people}}", "{{@number}} {{name}}", "{{/each}}"));

        Assert.Equal(
            ["title", "people[0].name", "people[1].name"],
            filled.Document.Descendants(Word.ContentControlProperties).Select(properties => Word.ValueOf(properties.Element(Word.Main + "tag"))));
        Assert.All(
            filled.Document.Descendants(Word.ContentControlProperties),
            properties => Assert.Equal("hidden", (string?)properties.Element(Word.Word2012 + "appearance")?.Attribute(Word.Word2012 + "val")));
    }

    [Fact]
    public void TagOf_PathLongerThanWordAllows_IsShortenedAndStaysItsOwn()
    {
        var path = $"{new string('a', 40)}.{new string('b', 40)}[3].c";

        var tag = FieldControl.TagOf(path);

        Assert.Equal(64, tag.Length);
        Assert.Equal(tag, FieldControl.TagOf(path));
        Assert.NotEqual(tag, FieldControl.TagOf(path.Replace("[3]", "[4]", StringComparison.Ordinal)));
    }

    [Fact]
    public void Draft_MoreFieldsThanWordBears_HasTheRestAsText()
    {
        var draft = Fill.ToBytes(P("{{#each people}}", "{{name}}", "{{/each}}"), new Sheet { People = [.. Enumerable.Range(0, 2_500).Select(number => new Person($"p{number}", []))] });

        Assert.Equal(2_000, new Filled(draft).Document.Descendants(Word.ContentControl).Count());
        Assert.Equal([new ChangedField("people[7].name", null, "p7", "x", null)], Read(ReturnedFile.Replace(draft, ">p7<", ">x<")).ChangedFields);
        Assert.True(Read(ReturnedFile.Replace(draft, ">p2400<", ">x<")).IsTextChanged);
    }

    private static ReturnedDraft Read(byte[] file) => Assert.IsType<ReturnedDraft>(new ReturnedDraftReader().Read(file));

    private static Template Numbered(string paragraph) => new()
    {
        Body = Styled("Heading1", "A") + $"<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr>{Bookmark(1, "here", R("x"))}</w:p>" + paragraph,
        Styles = HouseNumbering.Styles,
        Numbering = HouseNumbering.Numbering,
    };
}
