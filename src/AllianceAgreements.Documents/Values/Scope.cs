namespace AllianceAgreements.Documents.Values;

/// <summary>Where a tag stands, before there is data: the agreement, or an item of the list that an <c>each</c> repeats.</summary>
/// <param name="Outer">The scope around it; null for the agreement.</param>
/// <param name="Item">The shape of the item, or of the agreement.</param>
internal sealed record ScopeShape(ScopeShape? Outer, Shape Item);

/// <summary>Where rendering stands in the data.</summary>
internal sealed class Scope
{
    private readonly ValueSource? _list;

    /// <summary>The outermost scope.</summary>
    public Scope(object root) => Item = root;

    /// <summary>The scope of an item of a list.</summary>
    public Scope(Scope outer, ValueSource list, object item, int index, int count)
    {
        Outer = outer;
        _list = list;
        Item = item;
        Index = index;
        Count = count;
    }

    public Scope? Outer { get; }

    public object Item { get; }

    /// <summary>The item's place in its list, from 0.</summary>
    public int Index { get; }

    /// <summary>The length of the list.</summary>
    public int Count { get; }

    /// <summary>The item's path in the data ("parties[2]"); empty for the agreement.</summary>
    public string Path => Outer is null ? "" : $"{_list!.Describe(Outer)}[{Index}]";
}
