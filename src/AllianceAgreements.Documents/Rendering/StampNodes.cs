using System.Globalization;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>The moment that a draft counts as made, in W3C-DTF.</summary>
internal sealed class StampDateNode : Node
{
    public override void Write(Draft draft, Scope scope) =>
        draft.Output.WriteText(draft.Stamp.Date.ToString("yyyy-MM-dd'T00:00:00Z'", CultureInfo.InvariantCulture));
}

/// <summary>The revision of the draft.</summary>
internal sealed class StampRevisionNode : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Write(draft.Stamp.Revision);
}
