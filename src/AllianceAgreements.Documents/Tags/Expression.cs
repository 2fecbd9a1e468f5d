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

/// <summary>How two values stand to each other.</summary>
internal enum Order
{
    /// <summary>The first is less, or earlier.</summary>
    Less,

    /// <summary>The first is less, earlier or the same.</summary>
    LessOrEqual,

    /// <summary>The first is greater, or later.</summary>
    Greater,

    /// <summary>The first is greater, later or the same.</summary>
    GreaterOrEqual,
}

/// <summary>A value written in the tag: <see cref="string"/>, <see cref="decimal"/> or <see cref="bool"/>.</summary>
internal sealed record LiteralOperand(object Value) : Operand;

/// <summary>What decides an <c>{{#if}}</c>.</summary>
internal abstract record Condition;

/// <summary>A value alone: neither absent nor false nor an empty list nor an empty text.</summary>
internal sealed record TruthCondition(PathOperand Path) : Condition;

/// <summary><c>left == right</c> or <c>left != right</c></summary>
internal sealed record EqualityCondition(Operand Left, Operand Right, bool IsNegated) : Condition;

/// <summary><c>left &lt; right</c>, <c>&lt;=</c>, <c>&gt;</c> or <c>&gt;=</c></summary>
/// <param name="Left">A number or a date.</param>
/// <param name="Right">Another.</param>
/// <param name="Order">How they are to stand to each other.</param>
internal sealed record OrderCondition(Operand Left, Operand Right, Order Order) : Condition;

/// <summary><c>not condition</c></summary>
internal sealed record NotCondition(Condition Inner) : Condition;

/// <summary><c>left and right</c></summary>
internal sealed record AndCondition(Condition Left, Condition Right) : Condition;

/// <summary><c>left or right</c></summary>
internal sealed record OrCondition(Condition Left, Condition Right) : Condition;
