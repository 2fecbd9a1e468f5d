using System.Text.RegularExpressions;
using AllianceAgreements.Documents.Checking.Prose;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed partial class FormProseTests
{
    public static TheoryData<string> Requests => [.. FormRequests.Names];

    public static TheoryData<AllianceForm> Forms => [.. FormDrafts.Forms];

    /// <summary>Every term that the template or a clause file defines for some request, names of parties left out.</summary>
    private static readonly IReadOnlyList<string> Vocabulary =
    [
        .. FormRequests.Names.SelectMany(name => FormDrafts.TextOf(name).Paragraphs)
            .Where(paragraph => paragraph.Style != "PartyItem").SelectMany(paragraph => paragraph.Defines).Distinct(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_LeavesNoTagAndNoEmptyParagraphOfText(string request)
    {
        var draft = FormDrafts.TextOf(request);

        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Text.Contains("{{", StringComparison.Ordinal) || paragraph.Text.Contains("}}", StringComparison.Ordinal));
        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Style == "TemplateTag");
        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Style is not ("TableAfter" or "CoverSpace") && string.IsNullOrWhiteSpace(paragraph.Text));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_PunctuatesEverySentence(string request)
    {
        var draft = FormDrafts.TextOf(request);

        Assert.DoesNotContain(draft.Paragraphs, paragraph => Slip().IsMatch(paragraph.Text));
        Assert.All(
            draft.Paragraphs.Where(paragraph => paragraph.Style is "Clause" or "Subclause" or "ClauseContinued" or "Definition" or "Recital" or "PartyItem" or "ScheduleClause" or "ScheduleSubclause"),
            paragraph => Assert.Matches(@"(\.|\?|;|; and|:)$", paragraph.Text));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_EndsEveryListWithAFullStop(string request)
    {
        var paragraphs = FormDrafts.TextOf(request).Paragraphs;

        var last = paragraphs.Zip(paragraphs.Skip(1)).Where(pair => IsListItem(pair.First) && !IsListItem(pair.Second)).Select(pair => pair.First.Text).ToList();

        Assert.NotEmpty(last);
        Assert.All(last, text => Assert.EndsWith(".", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_DefinesEveryTermItUses(string request)
    {
        var undefined = DefinedTerms.FindUndefined(Vocabulary, FormDrafts.TextOf(request).Prose);

        Assert.Empty(undefined);
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_UsesEveryTermItDefines(string request)
    {
        Assert.Empty(DefinedTerms.FindUnused(FormDrafts.TextOf(request).Prose));
    }

    [Theory]
    [MemberData(nameof(Requests))]
    public void Draft_AnyRequest_DefinesEachTermOnceInAlphabeticalOrder(string request)
    {
        var terms = FormDrafts.TextOf(request).Paragraphs.Where(paragraph => paragraph.Style == "Definition").Select(paragraph => paragraph.Defines[0]).ToList();

        Assert.Equal(terms.Distinct(StringComparer.Ordinal).Order(StringComparer.OrdinalIgnoreCase), terms);
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void Draft_OneOfEverything_CountsInTheSingular(AllianceForm form)
    {
        var text = string.Join('\n', FormDrafts.TextOf(FormRequests.Name(form, "one of everything")).Paragraphs.Select(paragraph => paragraph.Text));

        Assert.Contains("a further term of one (1) month (a “Renewal Term”)", text, StringComparison.Ordinal);
        Assert.Contains("at least one (1) day before that end", text, StringComparison.Ordinal);
        Assert.Contains("This Article continues for one (1) year after", text, StringComparison.Ordinal);
        Assert.Contains("no case later than one (1) day after its discovery", text, StringComparison.Ordinal);
        Assert.Contains("within one (1) Business Day after the notice", text, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b1 (days|months|years)\b", text);
    }

    private static bool IsListItem(DraftParagraph paragraph) => paragraph.Style is "Subclause" or "ScheduleSubclause";

    /// <summary>Punctuation that only a template's joints leave: doubled, or after a space.</summary>
    [GeneratedRegex(@"\.\.|;;|,,|[.,;:];|[;,:]\.| [.,;:]|  |\( | \)|““|””", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Slip();
}
