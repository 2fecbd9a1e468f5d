using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering.References;

/// <summary>A cross-reference. What it comes to is known when the whole text is written, so it leaves its place open.</summary>
/// <param name="tag">What it refers to.</param>
/// <param name="origin">The file it stands in; a clause that is included twice is two.</param>
/// <param name="runStart">The start of a run, with the formatting of the tag.</param>
/// <param name="place">Where the tag stands.</param>
internal sealed class ReferenceNode(RefTag tag, object origin, byte[] runStart, TagPlace place) : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Open(new Reference(tag, origin, scope, runStart, place, draft.References));
}

/// <summary>A cross-reference of a draft.</summary>
internal sealed record Reference(RefTag Tag, object Origin, Scope Scope, byte[] RunStart, TagPlace Place, CrossReferences All) : IOpenPlace
{
    /// <inheritdoc/>
    public void Write(XmlOutput output) => All.Write(this, output);
}
