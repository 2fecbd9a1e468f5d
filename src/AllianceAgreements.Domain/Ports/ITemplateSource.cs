using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Ports;

/// <summary>The templates that new agreements start from.</summary>
public interface ITemplateSource
{
    /// <summary>The template of a form, first, and every clause it includes, directly or through another clause; empty when there is none for the form.</summary>
    /// <exception cref="InvalidTemplateException">A file is damaged or an included clause is missing.</exception>
    ValueTask<IReadOnlyList<TemplateFile>> LoadAsync(AllianceForm form, CancellationToken cancellationToken);

    /// <summary>The forms that have a template.</summary>
    ValueTask<IReadOnlyList<AllianceForm>> ListFormsAsync(CancellationToken cancellationToken);
}
