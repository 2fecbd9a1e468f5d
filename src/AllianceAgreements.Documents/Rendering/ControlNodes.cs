using System.Collections;
using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>The first piece whose condition holds; another when none does.</summary>
internal sealed class IfNode(IReadOnlyList<(Func<Scope, bool> Condition, Node Piece)> pieces, Node otherwise) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        foreach (var (condition, piece) in pieces)
        {
            if (condition(scope))
            {
                piece.Write(draft, scope);
                return;
            }
        }

        otherwise.Write(draft, scope);
    }
}

/// <summary>A piece for each item of a list; another when there is none.</summary>
internal sealed class EachNode(ValueSource list, Node item, Node empty) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        var items = list.Read(scope) switch
        {
            null => [],
            IReadOnlyList<object> all => all,
            var other => [.. ((IEnumerable)other).Cast<object>()],
        };
        if (items.Count == 0)
        {
            empty.Write(draft, scope);
        }

        for (var index = 0; index < items.Count; index++)
        {
            item.Write(draft, new Scope(scope, list, items[index], index, items.Count));
        }
    }
}

/// <summary>A clause whose own lists start anew each time it is included.</summary>
internal sealed class ClauseNode(Node body) : Node
{
    public override void Write(Draft draft, Scope scope)
    {
        var outer = draft.Lists.EnterClause();
        body.Write(draft, scope);
        draft.Lists.LeaveClause(outer);
    }
}
