using System.Diagnostics;
using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Forms;

/// <summary>What one press of a button of the guided form leads to. Every round trip carries the whole form, so nothing is kept between them.</summary>
internal abstract record GuidedStep
{
    private GuidedStep()
    {
    }

    /// <summary>The form is shown again.</summary>
    /// <param name="Draft">As it stands now.</param>
    /// <param name="Faults">What is wrong with it; none when that was not asked.</param>
    /// <param name="Focus">The row that was added; null when none was.</param>
    /// <param name="Checked">Its terms, when the press asked what is wrong and nothing is.</param>
    public sealed record Show(RequestDraft Draft, FormFaults Faults, string? Focus, AgreementTerms? Checked) : GuidedStep;

    /// <summary>The form is wanted as JSON.</summary>
    public sealed record Save(RequestDraft Draft) : GuidedStep;

    /// <summary>The form is handed in, and its terms hold.</summary>
    public sealed record HandIn(RequestDraft Draft, AgreementTerms Terms) : GuidedStep;

    /// <summary>Takes what was sent.</summary>
    public static GuidedStep Take(IFormCollection form)
    {
        var draft = DraftReader.FromForm(form);
        if (form.ContainsKey("add"))
        {
            var list = form["add"].ToString();
            var longer = draft.AddRow(list);
            return new Show(longer, FormFaults.None, longer.LastRowOf(list), Checked: null);
        }

        if (form.ContainsKey("remove"))
        {
            return new Show(draft.RemoveRow(form["remove"].ToString()), FormFaults.None, Focus: null, Checked: null);
        }

        if (form.ContainsKey("save"))
        {
            return new Save(draft);
        }

        var pruned = draft.WithoutBlankRows();
        return AgreementIntake.Read(DraftWriter.ToJson(pruned)) switch
        {
            IntakeResult.Rejected rejected => Faulty(pruned, rejected.Faults),
            IntakeResult.Accepted accepted when form.ContainsKey("submit") => new HandIn(pruned, accepted.Terms),
            IntakeResult.Accepted accepted => new Show(pruned, FormFaults.None, Focus: null, accepted.Terms),
            _ => throw new UnreachableException(),
        };
    }

    /// <summary>The form of a request that is at least JSON; null when it is not even that.</summary>
    public static GuidedStep? Take(ReadOnlyMemory<byte> utf8Json)
    {
        try
        {
            var draft = DraftReader.FromJson(utf8Json);
            return AgreementIntake.Read(utf8Json) switch
            {
                IntakeResult.Accepted accepted => new Show(draft, FormFaults.None, Focus: null, accepted.Terms),
                IntakeResult.Rejected rejected => Faulty(draft, rejected.Faults),
                _ => throw new UnreachableException(),
            };
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The form, with its faults.</summary>
    public static Show Faulty(RequestDraft draft, IEnumerable<Fault> faults) => new(draft, FormFaults.Of(faults, draft), Focus: null, Checked: null);
}
