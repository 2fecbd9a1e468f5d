using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents;

/// <summary>Drafts agreements from Word templates. Safe to use from many threads; templates are compiled once and kept.</summary>
internal sealed class AgreementDrafter : IDrafter
{
    private readonly TemplateCache _cache = new(AgreementFields.Shape);

    /// <inheritdoc/>
    public byte[] Draft(IReadOnlyList<TemplateFile> templates, DraftingInput input)
    {
        ArgumentNullException.ThrowIfNull(templates);
        ArgumentNullException.ThrowIfNull(input);
        if (templates.Count == 0)
        {
            throw new ArgumentException("There is no template.", nameof(templates));
        }

        var stamp = new DraftStamp(input.Terms.Request.Term.EffectiveDate, input.Revision, input.Reference, input.Terms.ToUtf8Json());
        return _cache.Get(templates).Render(new AgreementFields(input), stamp);
    }
}
