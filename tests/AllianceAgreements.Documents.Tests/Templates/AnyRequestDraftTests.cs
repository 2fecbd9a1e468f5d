using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Testing.Requests;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class AnyRequestDraftTests
{
    /// <summary>Every form with every ownership of foreground IP, with all that a request can leave out and with none of it; each form with some of it; and every rule of decision.</summary>
    private static readonly IReadOnlyList<RequestPlan> Plans =
    [
        .. from form in FormDrafts.Forms
           from ownership in Enum.GetValues<ForegroundOwnership>()
           from hasOptions in new[] { true, false }
           select new RequestPlan { Form = form, Ownership = ownership, HasOptions = hasOptions },
        .. FormDrafts.Forms.Select(form => new RequestPlan { Form = form }),
    ];

    /// <summary>Whatever is valid drafts, and Word opens it without repair: no field missing, no text that breaks the markup, no tag left.</summary>
    [Fact]
    public void Draft_AnyValidRequestOfEveryKind_IsSoundAndConsistent()
    {
        var rules = Enum.GetValues<DecisionRuleKind>();
        var met = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (plan, index) in Plans.Select((plan, index) => (plan with { Rule = rules[index % rules.Length] }, index)))
        {
            RequestGen.Of(plan).Sample(request => AssertDrafts(request, met), iter: 1, threads: 1);
        }

        Assert.Empty(VariantsOf(rules).Except(met));
    }

    private static void AssertDrafts(AgreementRequest request, HashSet<string> met)
    {
        var terms = SampleRequests.Accept(JsonSerializer.SerializeToUtf8Bytes(request, RequestJson.Options));
        var bytes = FormDrafts.Draft(terms);

        Assert.Equal(bytes, FormDrafts.Draft(terms));
        DocumentCheck.AssertSound(bytes);
        var draft = DraftText.Read(bytes);
        Assert.DoesNotContain(draft.Paragraphs, paragraph => paragraph.Style == "TemplateTag");
        Assert.Equal([], DraftConsistency.TagsOutsideFields(bytes));
        Assert.Equal(DraftConsistency.ExpectedContents(draft), DraftConsistency.Contents(draft));
        Assert.Empty(DraftConsistency.BrokenReferences(draft));
        met.UnionWith(VariantsOf(terms));
    }

    private static IEnumerable<string> VariantsOf(DecisionRuleKind[] rules) => FormDrafts.Forms.SelectMany(form =>
        Enum.GetNames<ForegroundOwnership>().Concat(rules.Select(rule => rule.ToString()))
            .Concat(OptionsOf(form).SelectMany(option => new[] { $"{option} there", $"{option} left out" }))
            .Select(variant => $"{form}: {variant}"));

    private static IEnumerable<string> VariantsOf(AgreementTerms terms)
    {
        var request = terms.Request;
        string[] options =
        [
            .. OptionsOf(request.Form).Select(option => $"{option} {(IsThere(request, option) ? "there" : "left out")}"),
        ];
        return request.DecisionMatrix.Select(decision => decision.Rule.ToString()).Append(request.IpFramework.ForegroundOwnership.ToString()).Concat(options)
            .Select(variant => $"{request.Form}: {variant}");
    }

    private static IEnumerable<string> OptionsOf(AllianceForm form) =>
    [
        "background IP", "licences", "health information", "safeguards", "always confidential", "trade secrets", "covenants", "transfers", "transition services", "milestones", "insurance",
        .. form switch
        {
            AllianceForm.EquityAlliance => ["closing conditions", "drag-along", "standstill"],
            AllianceForm.JointVenture => ["company"],
            AllianceForm.CoDevelopmentConsortium => ["accession conditions", "accession contribution"],
            AllianceForm.SupplyChainPartnership => ["ceiling of prices", "quality standards", "prescription drugs"],
            _ => Array.Empty<string>(),
        },
    ];

    private static bool IsThere(AgreementRequest request, string option) => option switch
    {
        "background IP" => request.IpFramework.BackgroundIp.Count > 0,
        "licences" => request.IpFramework.Licences.Count > 0,
        "health information" => request.DataProtection.ProtectedHealthInformation,
        "safeguards" => request.DataProtection.Safeguards.Count > 0,
        "always confidential" => request.Confidentiality.AlwaysConfidential.Count > 0,
        "trade secrets" => request.Confidentiality.TradeSecretsIndefinitely,
        "covenants" => request.Covenants is not null,
        "transfers" => request.TransferProtocols.Count > 0,
        "transition services" => request.TransitionServices.Count > 0,
        "milestones" => request.Workstreams.Any(workstream => workstream.Milestones.Count > 0),
        "insurance" => request.Insurance is not null,
        "closing conditions" => request.Equity!.ClosingConditions.Count > 0,
        "drag-along" => request.Equity!.DragAlongPercent is not null,
        "standstill" => request.Equity!.StandstillPercent is not null,
        "company" => request.Company is not null,
        "accession conditions" => request.Consortium!.Accession.Conditions.Count > 0,
        "accession contribution" => request.Consortium!.Accession.Contribution is not null,
        "ceiling of prices" => request.Supply!.MaximumIncreasePercent is not null,
        "quality standards" => request.Supply!.QualityStandards.Count > 0,
        "prescription drugs" => request.Supply!.PrescriptionDrugs,
        _ => throw new ArgumentException($"There is no option {option}.", nameof(option)),
    };
}
