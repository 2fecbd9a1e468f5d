namespace AllianceAgreements.Documents.Values;

/// <summary>A path, resolved: reads its value from a scope.</summary>
/// <param name="Path">The path as written.</param>
/// <param name="Shape">What it holds.</param>
/// <param name="IsOptional">Whether it can be absent.</param>
/// <param name="Hops">How many scopes further out it was found.</param>
/// <param name="ReadItem">Reads it in the scope where it was found.</param>
internal sealed record ValueSource(string Path, Shape Shape, bool IsOptional, int Hops, Func<Scope, object?> ReadItem)
{
    /// <summary>The value; null when absent.</summary>
    public object? Read(Scope scope) => ReadItem(Find(scope));

    /// <summary>The full path of the value in the data ("parties[2].legalName").</summary>
    public string Describe(Scope scope) => (Find(scope).Path, Path) switch
    {
        ("", _) => Path,
        (var outer, ".") => outer,
        var (outer, path) => $"{outer}.{path}",
    };

    private Scope Find(Scope scope)
    {
        for (var hop = 0; hop < Hops; hop++)
        {
            scope = scope.Outer!;
        }

        return scope;
    }
}
