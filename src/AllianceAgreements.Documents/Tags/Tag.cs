namespace AllianceAgreements.Documents.Tags;

/// <summary>What a tag in a template asks for.</summary>
internal abstract record Tag;

/// <summary><c>{{path | formatter:"argument"}}</c>: a value.</summary>
internal sealed record FieldTag(Operand Value, IReadOnlyList<FormatterCall> Formatters) : Tag;

/// <summary><c>{{&gt; clauses/name}}</c>: the content of a clause file.</summary>
/// <param name="Name">The clause's path under the templates folder, without <c>.docx</c>.</param>
internal sealed record IncludeTag(string Name) : Tag;

/// <summary><c>{{ref clause.id}}</c>, <c>{{ref "Heading"}}</c>: a cross-reference to a numbered clause.</summary>
/// <param name="Target">The name of a bookmark, or the text of a heading.</param>
/// <param name="IsHeading">Whether it is the text of a heading.</param>
/// <param name="Form">What of the clause is shown.</param>
internal sealed record RefTag(string Target, bool IsHeading, RefForm Form) : Tag;

/// <summary>What a cross-reference shows.</summary>
internal enum RefForm
{
    /// <summary>What the clause is, and its number: "Section 10.2".</summary>
    Full,

    /// <summary>What the clause is, its number, and its heading: "Section 10.2 (Licenses)".</summary>
    Named,

    /// <summary>The number alone: "10.2".</summary>
    Number,

    /// <summary>The heading: "Termination".</summary>
    Heading,
}

/// <summary><c>{{image path | width:"4 cm" | height:"2 cm"}}</c>: an image.</summary>
/// <param name="Path">The field that holds it.</param>
/// <param name="Sides">The room it gets, as written.</param>
internal sealed record ImageTag(PathOperand Path, IReadOnlyList<FormatterCall> Sides) : Tag;

/// <summary>A tag that opens, divides or closes a block.</summary>
internal abstract record ControlTag : Tag;

/// <summary>A tag that opens a block.</summary>
internal abstract record OpenTag(BlockKind Kind) : ControlTag;

/// <summary><c>{{#if condition}}</c></summary>
internal sealed record IfTag(Condition Condition) : OpenTag(BlockKind.If);

/// <summary><c>{{#each path}}</c></summary>
internal sealed record EachTag(PathOperand List) : OpenTag(BlockKind.Each);

/// <summary>A tag that would open a block and is faulty.</summary>
internal sealed record BrokenOpenTag(BlockKind Kind) : OpenTag(Kind);

/// <summary><c>{{else}}</c>, or <c>{{else if condition}}</c></summary>
/// <param name="Condition">What decides whether its content is taken; null for an else that takes all that is left.</param>
internal sealed record ElseTag(Condition? Condition) : ControlTag;

/// <summary><c>{{/if}}</c> or <c>{{/each}}</c></summary>
internal sealed record CloseTag(BlockKind Kind) : ControlTag;

/// <summary>Kinds of block.</summary>
internal enum BlockKind
{
    /// <summary>Content under a condition.</summary>
    If,

    /// <summary>Content repeated for each item of a list.</summary>
    Each,
}

/// <summary>A formatter as called in a tag.</summary>
/// <param name="Name">Its name ("date").</param>
/// <param name="Arguments">Its arguments: <see cref="string"/> or <see cref="decimal"/>.</param>
internal sealed record FormatterCall(string Name, IReadOnlyList<object> Arguments);
