namespace AllianceAgreements.Documents.Values;

/// <summary>What kind of value stands at a place in the data, known before there is any data.</summary>
internal abstract record Shape
{
    /// <summary>What to call it in a message ("a date").</summary>
    public abstract string Description { get; }
}

/// <summary>A <see cref="string"/>.</summary>
internal sealed record TextShape : Shape
{
    public static TextShape Instance { get; } = new();

    public override string Description => "a text";
}

/// <summary>An <see cref="int"/> or a <see cref="decimal"/>.</summary>
internal sealed record NumberShape : Shape
{
    public static NumberShape Instance { get; } = new();

    public override string Description => "a number";
}

/// <summary>A <see cref="bool"/>.</summary>
internal sealed record BooleanShape : Shape
{
    public static BooleanShape Instance { get; } = new();

    public override string Description => "yes or no";
}

/// <summary>A <see cref="DateOnly"/>.</summary>
internal sealed record DateShape : Shape
{
    public static DateShape Instance { get; } = new();

    public override string Description => "a date";
}

/// <summary>A <see cref="Picture"/>.</summary>
internal sealed record ImageShape : Shape
{
    public static ImageShape Instance { get; } = new();

    public override string Description => "an image";
}

/// <summary>A value of an enumeration.</summary>
/// <param name="Names">The names it can have.</param>
internal sealed record EnumShape(IReadOnlyList<string> Names) : Shape
{
    public override string Description => "one of a set of names";
}

/// <summary>What a faulty tag would have named; everything fits it, so that one fault is not reported as many.</summary>
internal sealed record UnknownShape : Shape
{
    public static UnknownShape Instance { get; } = new();

    public override string Description => "unknown";
}

/// <summary>A list, at run time an <see cref="System.Collections.IEnumerable"/>.</summary>
internal sealed record ListShape(Shape Item) : Shape
{
    public override string Description => "a list";
}

/// <summary>An object with fields.</summary>
internal sealed record ObjectShape(Type Type, IReadOnlyDictionary<string, Field> Fields) : Shape
{
    public override string Description => "a group of fields";
}

/// <summary>A field of an object.</summary>
/// <param name="Name">Its name in templates.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="IsOptional">Whether it can be absent.</param>
/// <param name="Read">Takes its value from the object; null when absent.</param>
internal sealed record Field(string Name, Shape Shape, bool IsOptional, Func<object, object?> Read);
