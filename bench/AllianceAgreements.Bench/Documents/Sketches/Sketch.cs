namespace AllianceAgreements.Bench.Documents.Sketches;

/// <summary>A template without the tags of any engine: what it says, and where values, choices and repetitions go.</summary>
internal abstract record SketchBlock;

/// <summary>A paragraph in a style of the house.</summary>
internal sealed record SketchParagraph(string Style, IReadOnlyList<SketchPiece> Pieces) : SketchBlock;

/// <summary>Blocks that come out when a condition holds.</summary>
internal sealed record SketchChoice(SketchCondition Condition, IReadOnlyList<SketchBlock> Blocks) : SketchBlock;

/// <summary>Blocks that come out for each item of a list.</summary>
internal sealed record SketchRepetition(string List, IReadOnlyList<SketchBlock> Blocks) : SketchBlock;

/// <summary>A table with a row for each item of a list, each cell holding a field of the item.</summary>
internal sealed record SketchTable(string List, IReadOnlyList<string> Fields) : SketchBlock;

/// <summary>A piece of a paragraph.</summary>
internal abstract record SketchPiece;

/// <summary>Words, in a character style if there is one.</summary>
internal sealed record SketchText(string Text, string? Style = null) : SketchPiece;

/// <summary>A value, by its path in the request.</summary>
internal sealed record SketchField(string Path) : SketchPiece;

/// <summary>A condition that some engines compute, and that others must be told.</summary>
/// <param name="Name">What those that must be told call it.</param>
/// <param name="Expression">How this product's templates write it.</param>
/// <param name="Holds">Whether it holds for the request of the benchmark.</param>
internal sealed record SketchCondition(string Name, string Expression, bool Holds);
