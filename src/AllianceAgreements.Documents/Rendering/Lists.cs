using AllianceAgreements.Documents.Values;

namespace AllianceAgreements.Documents.Rendering;

/// <summary>A numbered or bulleted list of a clause, by the definition it follows.</summary>
/// <param name="Definition">What stands inside its <c>w:num</c> element.</param>
internal sealed record ListTemplate(byte[] Definition);

/// <summary>The lists that clauses bring along; each inclusion of a clause has its own, so that numbers start anew.</summary>
internal sealed class Lists(int lastId)
{
    private Dictionary<ListTemplate, int> _clause = [];
    private int _lastId = lastId;

    /// <summary>The <c>w:num</c> elements of all lists.</summary>
    public XmlOutput Output { get; } = new();

    /// <summary>Begins a clause.</summary>
    /// <returns>What <see cref="LeaveClause"/> takes.</returns>
    public Dictionary<ListTemplate, int> EnterClause()
    {
        var outer = _clause;
        _clause = [];
        return outer;
    }

    /// <summary>Ends the clause and goes on with the one around it.</summary>
    public void LeaveClause(Dictionary<ListTemplate, int> outer) => _clause = outer;

    /// <summary>The number of a list in the current clause.</summary>
    public int IdOf(ListTemplate list)
    {
        if (!_clause.TryGetValue(list, out var id))
        {
            id = _clause[list] = ++_lastId;
            Output.Write("<w:num w:numId=\""u8);
            Output.Write(id);
            Output.Write("\">"u8);
            Output.Write(list.Definition);
            Output.Write("</w:num>"u8);
        }

        return id;
    }
}

/// <summary>The number of a clause's list.</summary>
internal sealed class ListIdNode(ListTemplate list) : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Write(draft.Lists.IdOf(list));
}

/// <summary>The place in the numbering part where the lists of clauses go.</summary>
internal sealed class ListsNode : Node
{
    public override void Write(Draft draft, Scope scope) => draft.Output.Write(draft.Lists.Output.Written);
}
