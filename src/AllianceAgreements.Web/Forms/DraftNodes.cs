namespace AllianceAgreements.Web.Forms;

/// <summary>What somebody has typed so far, where a <see cref="RequestField"/> asks for it.</summary>
public abstract record DraftNode
{
    /// <summary>True when nothing is typed in it or below it.</summary>
    public abstract bool IsBlank { get; }
}

/// <summary>A value, as typed.</summary>
/// <param name="Text">The text; may be anything.</param>
public sealed record DraftValue(string Text) : DraftNode
{
    /// <inheritdoc/>
    public override bool IsBlank => string.IsNullOrWhiteSpace(Text);
}

/// <summary>Fields that belong together.</summary>
/// <param name="Fields">By name.</param>
public sealed record DraftGroup(IReadOnlyDictionary<string, DraftNode> Fields) : DraftNode
{
    /// <inheritdoc/>
    public override bool IsBlank => Fields.Values.All(node => node.IsBlank);

    /// <summary>The value typed for a field; empty when it is no value.</summary>
    public string TextOf(string name) => Fields.GetValueOrDefault(name) is DraftValue value ? value.Text : "";
}

/// <summary>Rows.</summary>
/// <param name="Rows">In order.</param>
public sealed record DraftRows(IReadOnlyList<DraftGroup> Rows) : DraftNode
{
    /// <inheritdoc/>
    public override bool IsBlank => Rows.All(row => row.IsBlank);
}
