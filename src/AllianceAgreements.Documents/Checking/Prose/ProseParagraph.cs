namespace AllianceAgreements.Documents.Checking.Prose;

/// <summary>A paragraph as a lawyer reads it.</summary>
/// <param name="Text">Its text, with non-breaking spaces as spaces.</param>
/// <param name="IsHeading">Whether it is the heading of an article or a schedule.</param>
/// <param name="Title">The heading that the clause begins with, without its full stop; empty if it has none.</param>
/// <param name="Defines">The terms that it defines.</param>
internal sealed record ProseParagraph(string Text, bool IsHeading, string Title, IReadOnlyList<string> Defines);
