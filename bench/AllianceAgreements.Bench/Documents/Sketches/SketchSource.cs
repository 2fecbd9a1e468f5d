using System.Xml.Linq;

namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>
/// The template of the benchmark: the first pages of a draft of this product as fixed prose (about 25 pages of it), with 60 fields, 10 conditions
/// and 3 repeating blocks (one of them table rows) spread over them. Peers get exactly the same.
/// </summary>
internal static class SketchSource
{
    private const int Words = 13_000;
    private const int FieldCount = 60;

    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly string[] Prose =
    [
        "Recital", "Definition", "Heading1", "Clause", "ClauseContinued", "Subclause", "Subparagraph", "ScheduleHeading", "ScheduleClause", "ScheduleSubclause",
    ];

    /// <summary>The paths of the values that stand alone; each is used about twice.</summary>
    private static readonly string[] Paths =
    [
        "title", "lead.legalName", "lead.shortName", "lead.entityType", "lead.jurisdiction", "lead.address.street", "lead.address.city",
        "lead.address.postalCode", "lead.signatory.name", "lead.signatory.title", "lead.signatory.email", "rationale.innovationAcceleration",
        "confidentiality.survivalYears", "term.effectiveDate", "term.initialMonths", "term.renewalMonths", "term.renewalNoticeDays",
        "term.structuralReviewMonths", "governingLaw.law", "governingLaw.seat", "approvalPolicy.deadlineDays", "approvalPolicy.reminderDays",
        "signingPolicy.deadlineDays", "signingPolicy.reminderDays", "exitCommunication.spokesperson", "exitCommunication.jointStatementDays",
        "dataProtection.businessAssociate.breachNoticeDays", "ipFramework.foregroundOwnership", "term.renewal", "signingPolicy.order",
    ];

    private static readonly SketchCondition[] Conditions =
    [
        new("inCourts", "governingLaw.forum == \"Courts\"", Holds: true),
        new("inArbitration", "governingLaw.forum == \"Arbitration\"", Holds: false),
        new("longTerm", "term.initialMonths >= 36", Holds: true),
        new("manyParties", "parties.count > 2", Holds: true),
        new("jointOwnership", "ipFramework.foregroundOwnership == \"Joint\"", Holds: true),
        new("healthInformation", "dataProtection.protectedHealthInformation", Holds: true),
        new("noSecrets", "not confidentiality.tradeSecretsIndefinitely", Holds: false),
        new("renewable", "term.renewal == \"ByAgreement\" and term.renewalMonths > 12", Holds: true),
        new("inParallel", "signingPolicy.order == \"Parallel\" or parties.count == 2", Holds: true),
        new("earlyStart", "term.effectiveDate < \"2027-01-01\"", Holds: false),
    ];

    /// <summary>Values that stand alone in the template.</summary>
    public static IReadOnlyList<string> FieldPaths => Paths;

    public static IReadOnlyList<SketchCondition> AllConditions => Conditions;

    /// <summary>Makes the template.</summary>
    /// <param name="text">The document part of a draft.</param>
    public static IReadOnlyList<SketchBlock> Create(XDocument text)
    {
        var prose = Take(text);
        var blocks = new List<SketchBlock>();
        var fields = 0;
        for (var index = 0; index < prose.Count; index++)
        {
            var paragraph = prose[index];
            for (; fields < FieldCount * (index + 1) / prose.Count; fields++)
            {
                paragraph = WithField(paragraph, Paths[fields % Paths.Length]);
            }

            blocks.Add(paragraph);
        }

        for (var index = Conditions.Length - 1; index >= 0; index--)
        {
            var place = blocks.Count * (index + 1) / (Conditions.Length + 1);
            blocks[place] = new SketchChoice(Conditions[index], [blocks[place]]);
        }

        blocks.Insert(blocks.Count * 3 / 4, new SketchTable("objectives", ["description", "metric", "baseline", "target"]));
        blocks.Insert(blocks.Count / 2, new SketchRepetition("workstreams", [Sentence("Subclause", "name", " is led by ", "leadParty", ".")]));
        blocks.Insert(blocks.Count / 4, new SketchRepetition("governance", [Sentence("Clause", "name", ". ", "mandate", " It meets at this interval: ", "cadence", ".")]));
        return blocks;
    }

    private static List<SketchParagraph> Take(XDocument text)
    {
        var (prose, words) = (new List<SketchParagraph>(), 0);
        foreach (var paragraph in text.Root!.Element(W + "body")!.Elements(W + "p"))
        {
            if ((string?)paragraph.Element(W + "pPr")?.Element(W + "pStyle")?.Attribute(W + "val") is not { } style || !Prose.Contains(style, StringComparer.Ordinal))
            {
                continue;
            }

            SketchPiece[] pieces =
            [
                .. paragraph.Descendants(W + "r").Where(run => run.Element(W + "t") is not null).Select(run => new SketchText(
                    string.Concat(run.Elements(W + "t").Select(piece => piece.Value)), (string?)run.Element(W + "rPr")?.Element(W + "rStyle")?.Attribute(W + "val"))),
            ];
            prose.Add(new SketchParagraph(style, pieces));
            words += pieces.OfType<SketchText>().Sum(piece => piece.Text.Count(character => character == ' ') + 1);
            if (words > Words)
            {
                break;
            }
        }

        return prose;
    }

    private static SketchParagraph WithField(SketchParagraph paragraph, string path) =>
        paragraph with { Pieces = [.. paragraph.Pieces, new SketchText(" (in this Agreement: "), new SketchField(path), new SketchText(")")] };

    /// <summary>A paragraph of fields and, between them, words.</summary>
    private static SketchParagraph Sentence(string style, params ReadOnlySpan<string> parts)
    {
        var pieces = new List<SketchPiece>();
        for (var index = 0; index < parts.Length; index++)
        {
            pieces.Add(index % 2 == 0 ? new SketchField(parts[index]) : new SketchText(parts[index]));
        }

        return new SketchParagraph(style, pieces);
    }
}
