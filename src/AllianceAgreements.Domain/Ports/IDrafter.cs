using AllianceAgreements.Domain.Drafting;

namespace AllianceAgreements.Domain.Ports;

/// <summary>Makes drafts: a pure function, the same input gives the same bytes.</summary>
public interface IDrafter
{
    /// <summary>The draft, a <c>.docx</c> package.</summary>
    /// <param name="templates">The form's template first, then its clauses; see <see cref="ITemplateSource.LoadAsync"/>.</param>
    /// <param name="input">What it is made from.</param>
    /// <exception cref="InvalidTemplateException">A template cannot be filled; names every fault.</exception>
    byte[] Draft(IReadOnlyList<TemplateFile> templates, DraftingInput input);
}
