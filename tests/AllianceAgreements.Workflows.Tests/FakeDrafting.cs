using System.Text;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>Templates and drafts of plain text, so that these tests are about workflows alone.</summary>
internal sealed class FakeDrafting : ITemplateSource, IDrafter
{
    /// <summary>What the template says now.</summary>
    public string Template { get; set; } = "first edition";

    /// <summary>Titles that cannot be drafted.</summary>
    public HashSet<string> Undraftable { get; } = [];

    /// <summary>Whether drafting fails for a reason that has nothing to do with the terms.</summary>
    public bool IsBroken { get; set; }

    public ValueTask<IReadOnlyList<TemplateFile>> LoadAsync(AllianceForm form, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<TemplateFile>>(
            form == AllianceForm.JointVenture ? [new TemplateFile("JointVenture.docx", Encoding.UTF8.GetBytes(Template))] : []);

    public ValueTask<IReadOnlyList<AllianceForm>> ListFormsAsync(CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<AllianceForm>>([AllianceForm.JointVenture]);

    public byte[] Draft(IReadOnlyList<TemplateFile> templates, DraftingInput input) =>
        IsBroken ? throw new IOException("The disk is not there.")
        : Undraftable.Contains(input.Terms.Request.Title)
            ? throw new InvalidTemplateException([new TemplateFault("JointVenture.docx", "{{title}}", null, "cannot be drafted")])
            : Encoding.UTF8.GetBytes(
                $"{Encoding.UTF8.GetString(templates[0].Content.Span)}|{input.Reference}|{input.Revision}|{Convert.ToBase64String(input.Terms.ToUtf8Json())}");
}
