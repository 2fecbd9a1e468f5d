using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Documents.Rendering.Carrying;
using AllianceAgreements.Documents.Returned;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Tests.Rendering.References;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
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
    public void Read_FieldWithOtherSpaces_IsNoChange()
    {
        var draft = Fill.ToBytes(P("Due {{due | date}}."));

        Assert.Empty(Read(ReturnedFile.Replace(draft, "1\u00A0March 2027", "1 March\u00A0 2027")).ChangedFields);
    }

    [Fact]
    public void Read_FieldsThatChangedPlaces_AreAChangeOfTheText()
    {
        var draft = Fill.ToBytes(P("{{title}} {{months}}"));
        var edited = ReturnedFile.Edit(draft, text =>
        {
            var controls = Regex.Matches(text, "<w:sdt>.*?</w:sdt>", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5));
            return text.Replace(controls[0].Value, "FIRST", StringComparison.Ordinal).Replace(controls[1].Value, controls[0].Value, StringComparison.Ordinal).Replace("FIRST", controls[1].Value, StringComparison.Ordinal);
        });

        Assert.Empty(Read(edited).ChangedFields);
        Assert.True(Read(edited).IsTextChanged);
    }

    [Fact]
    public void Read_FileWithoutAnyControls_SaysThatFieldsCannotBeTold()
    {
        var edited = ReturnedFile.Edit(FormDrafts.Of(SampleRequests.FourRivers), text => Regex.Replace(text, "<w:tag [^>]*>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));

        Assert.Equal((false, true, 0), (Read(edited).AreFieldsMarked, Read(edited).IsTextChanged, Read(edited).ChangedFields.Count));
    }

    [Fact]
    public void Compare_FileWithoutAnyControls_ReportsEveryChangeAsText()
    {
        var draft = FormDrafts.Of(SampleRequests.FourRivers);
        var edited = ReturnedFile.Edit(draft, text => Regex.Replace(text, "<w:tag [^>]*>", "", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));

        Assert.True(new ReturnedDraftReader().Compare(draft, edited).IsEmpty);
        var changes = new ReturnedDraftReader().Compare(draft, ReturnedFile.Replace(edited, "Audit.", "Audits."));
        Assert.Equal((false, 1), (changes.AreFieldsMarked, changes.Texts.Count));
    }

    [Theory]
    [InlineData("\"role\":\"Lead\"", "\"role\":\"Partner\"")]
    [InlineData("\"parties\":[", "\"parties\":[null,")]
    public void Compare_DraftWhoseTermsAreNotValid_TellsChangesWithoutPointers(string valid, string now)
    {
        var draft = ReturnedFile.Replace(FormDrafts.Of(SampleRequests.FourRivers), valid, now, "customXml/item1.xml");

        var changes = new ReturnedDraftReader().Compare(draft, ReturnedFile.Replace(draft, ">Columbia<", ">Rolla<"));

        Assert.NotEmpty(changes.Fields);
        Assert.All(changes.Fields, field => Assert.Null(field.Pointer));
    }

    [Fact]
    public void Compare_WithWhatIsNoDraft_IsRefused() =>
        Assert.Contains("as it was sent out", Assert.Throws<InvalidDataException>(() =>
            new ReturnedDraftReader().Compare(((Template)P("x")).ToBytes(), FormDrafts.Of(SampleRequests.FourRivers))).Message, StringComparison.Ordinal);

    [Fact]
    public void Read_TermsThatSomebodyMadeUp_GiveFieldsWithoutPointers()
    {
        var edited = ReturnedFile.Edit(
            FormDrafts.Of(SampleRequests.FourRivers), text => Regex.Replace(text, "<terms>.*</terms>", "<terms>{\"parties\":[null]}</terms>", RegexOptions.ExplicitCapture | RegexOptions.Singleline, TimeSpan.FromSeconds(5)), "customXml/item1.xml");
        var changed = ReturnedFile.Edit(edited, text => Regex.Replace(text, "(?<=<w:tag w:val=\"title\"/>.{0,200}<w:t xml:space=\"preserve\">)[^<]+", "Another title", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(5)));

        Assert.All(Read(changed).ChangedFields, field => Assert.Equal(("title", null, "Another title"), (field.Path, field.Pointer, field.Is)));
        Assert.NotEmpty(Read(changed).ChangedFields);
    }

    [Fact]
    public void Compare_ParagraphsAddedTakenOutAndEdited_AreToldWithTheirClauses()
    {
        var draft = FormDrafts.Of(SampleRequests.FourRivers);
        var edited = ReturnedFile.Edit(draft, text =>
        {
            var document = XElement.Parse(text, LoadOptions.PreserveWhitespace);
            var clauses = document.Descendants(Word.Paragraph).Where(paragraph => Filled.TextOf(paragraph) is var said
                && (said.StartsWith("Books and records.", StringComparison.Ordinal) || said.StartsWith("Audit.", StringComparison.Ordinal))).ToList();
            clauses[0].AddAfterSelf(XElement.Parse($"<r {Template.Namespaces}>{P("An audit takes no longer than a week.")}</r>").Elements().Single());
            clauses[1].Remove();
            return document.ToString(SaveOptions.DisableFormatting);
        });

        var texts = new ReturnedDraftReader().Compare(draft, edited).Texts;

        Assert.Equal(2, texts.Count);
        Assert.Contains(texts, text => text is { Was: null, Is: "An audit takes no longer than a week.", Place: { } place } && place.StartsWith("Section ", StringComparison.Ordinal));
        Assert.Contains(texts, text => text is { Was: { } was, Is: null, Place: { } place } && was.StartsWith("Audit.", StringComparison.Ordinal) && place.StartsWith("Section ", StringComparison.Ordinal));
    }

    [Fact]
    public void Compare_HeaderThatWasEdited_IsTold()
    {
        var draft = FormDrafts.Of(SampleRequests.FourRivers);
        var header = SafePackage.Open(draft).PartNames.First(name => name.Contains("header", StringComparison.Ordinal) && Encoding.UTF8.GetString(SafePackage.Open(draft).ReadBytes(name)).Contains(FormDrafts.Reference, StringComparison.Ordinal));

        var text = Assert.Single(new ReturnedDraftReader().Compare(draft, ReturnedFile.Replace(draft, FormDrafts.Reference, "AA-OTHER", header)).Texts);

        Assert.Equal("header", text.Place);
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
