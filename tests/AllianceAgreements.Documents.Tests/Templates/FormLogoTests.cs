using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Transcripts;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>The parties' logos on the cover of every form.</summary>
public sealed class FormLogoTests
{
    private static readonly byte[] Logo = LogoFile.Png(300, 100);

    public static TheoryData<AllianceForm> Forms => [.. FormDrafts.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Cover_LogosGiven_ShowsThemInTheOrderOfThePartiesByTheirNames(AllianceForm form)
    {
        var request = Request(form);
        var filled = new Filled(FormDrafts.Draft(With(form, first: Logo, second: Logo)));

        var drawings = filled.Document.Descendants(Word.Drawing + "inline").ToList();
        Assert.Equal(
            request.Parties.Take(2).Select(party => party.LegalName),
            drawings.Select(drawing => (string?)drawing.Element(Word.Drawing + "docPr")!.Attribute("descr")));
        Assert.Single(drawings.Select(drawing => drawing.Ancestors(Word.Paragraph).First()).Distinct());
        Assert.Single(filled.PartNames, name => name.StartsWith("word/media/", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Cover_OneLogo_IsReadOutWhereItCannotBeSeen(AllianceForm form)
    {
        var draft = FormDrafts.Draft(With(form, first: null, second: Logo));
        var name = Request(form).Parties[1].LegalName;

        Assert.Contains($"[Image: {System.Net.WebUtility.HtmlEncode(name)}]", new WordPreview().ToHtml(draft), StringComparison.Ordinal);
        Assert.Contains(WordTranscript.Read(draft), line => line.Contains($"[Image: {name}]", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Cover_NoLogo_HasNoPlaceForOne(AllianceForm form)
    {
        var without = new Filled(FormDrafts.Draft(With(form, first: null, second: null)));
        var with = new Filled(FormDrafts.Draft(With(form, first: Logo, second: null)));

        Assert.Empty(without.Document.Descendants(Word.Drawing + "inline"));
        Assert.DoesNotContain(without.PartNames, name => name.StartsWith("word/media/", StringComparison.Ordinal));
        Assert.Equal(with.Paragraphs.Count - 1, without.Paragraphs.Count);
    }

    private static AgreementRequest Request(AllianceForm form) => SampleRequests.Terms(SampleOf(form)).Request;

    private static Domain.Terms.AgreementTerms With(AllianceForm form, byte[]? first, byte[]? second)
    {
        var parties = Request(form).Parties.Select((party, index) =>
            $"$.parties[{index}].logo = {((index == 0 ? first : index == 1 ? second : null) is { } logo ? $"\"{LogoFile.Base64(logo)}\"" : "null")}");
        return SampleRequests.Accept(SampleRequests.Edited(SampleOf(form), string.Join('\n', parties)));
    }

    private static string SampleOf(AllianceForm form) => SampleRequests.Names.First(name => SampleRequests.Terms(name).Request.Form == form);
}
