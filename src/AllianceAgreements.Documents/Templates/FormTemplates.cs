using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Templates;

/// <summary>How the templates of the forms are named: "{form}.docx".</summary>
internal static class FormTemplates
{
    /// <summary>The name of a form's template.</summary>
    public static string NameOf(string form) => $"{form}.docx";

    /// <summary>The form that a template is for; null for any other file.</summary>
    public static string? FormOf(string name) => Enum.GetNames<AllianceForm>().FirstOrDefault(form => NameOf(form).Equals(name, StringComparison.Ordinal));
}
