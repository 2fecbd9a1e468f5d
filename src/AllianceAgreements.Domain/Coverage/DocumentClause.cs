namespace AllianceAgreements.Domain.Coverage;

/// <summary>A clause of a document, or what stands directly under the heading of an article, schedule or part.</summary>
/// <param name="Article">The heading of the article, schedule or part it stands in, without its number.</param>
/// <param name="Title">Its own heading, without the full stop; empty when it has none.</param>
/// <param name="Number">Its number as shown ("14.3", "Article 14"); empty when it has none.</param>
/// <param name="Anchor">The id of its place in the preview of the document.</param>
/// <param name="Text">What it says, down to the next clause: a line a paragraph, and one a row of a table, as <c>| cell | cell |</c>.</param>
public sealed record DocumentClause(string Article, string Title, string Number, string Anchor, string Text);
