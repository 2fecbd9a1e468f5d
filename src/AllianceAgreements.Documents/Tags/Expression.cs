namespace AllianceAgreements.Documents.Tags;

/// <summary>Something that has a value.</summary>
internal abstract record Operand;

/// <summary>A path into the data: <c>term.effectiveDate</c>, <c>.</c> or <c>@number</c>.</summary>
/// <param name="Segments">Its names; none for the item itself; one, beginning with <c>@</c>, for a loop variable.</param>
internal sealed record PathOperand(IReadOnlyList<string> Segments) : Operand
{
    /// <summary>Whether it names a variable of the loop, such as <c>@first</c>.</summary>
    public bool IsLoopVariable => Segments is [['@', ..]];

    /// <inheritdoc/>
    public override string ToString() => Segments.Count == 0 ? "." : string.Join('.', Segments);
}

/// <summary>A value written in the tag: <see cref="string"/>, <see cref="decimal"/> or <see cref="bool"/>.</summary>
internal sealed record LiteralOperand(object Value) : Operand;

/// <summary>What decides an <c>{{#if}}</c>.</summary>
internal abstract record Condition;

/// <summary>A value alone: neither absent nor false nor an empty list nor an empty text.</summary>
internal sealed record TruthCondition(PathOperand Path) : Condition;

/// <summary><c>left == right</c> or <c>left != right</c></summary>
internal sealed record EqualityCondition(Operand Left, Operand Right, bool IsNegated) : Condition;

/// <summary><c>not condition</c></summary>
internal sealed record NotCondition(Condition Inner) : Condition;

/// <summary><c>left and right</c></summary>
internal sealed record AndCondition(Condition Left, Condition Right) : Condition;

/// <summary><c>left or right</c></summary>
internal sealed record OrCondition(Condition Left, Condition Right) : Condition;
