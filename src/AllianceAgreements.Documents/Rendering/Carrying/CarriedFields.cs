namespace AllianceAgreements.Documents.Rendering.Carrying;

/// <summary>The fields of a draft that stand in content controls, in the order of the text.</summary>
internal sealed class CarriedFields
{
    /// <summary>Word grows slow with more controls than this; in a longer draft the fields behind are plain text.</summary>
    public const int Maximum = 2_000;

    private readonly List<(string Path, string Text)> _all = [];

    public IReadOnlyList<(string Path, string Text)> All => _all;

    public bool IsFull => _all.Count >= Maximum;

    /// <summary>Adds a field with the text that it shows.</summary>
    public void Add(string path, string text) =>
        _all.Add((path, text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')));
}
