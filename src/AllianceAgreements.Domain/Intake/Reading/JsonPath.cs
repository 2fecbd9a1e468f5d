using System.Globalization;
using System.Text;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>A place in a JSON document; prints as a JSON path (RFC 9535): "$.parties[1].shortName".</summary>
internal sealed class JsonPath
{
    private readonly string? _name;
    private readonly int _index;

    private JsonPath(JsonPath? parent, string? name, int index) => (Parent, _name, _index) = (parent, name, index);

    public static JsonPath Root { get; } = new(null, null, -1);

    public JsonPath? Parent { get; }

    /// <summary>The field's name; null for the root and for list items.</summary>
    public string? Name => _name;

    /// <summary>The position in the list; -1 for the root and for fields.</summary>
    public int Index => _index;

    public JsonPath Field(string name) => new(this, name, -1);

    public JsonPath Item(int index) => new(this, null, index);

    /// <summary>This path and those it lies under, innermost first.</summary>
    public IEnumerable<JsonPath> SelfAndAncestors()
    {
        for (var path = this; path is not null; path = path.Parent)
        {
            yield return path;
        }
    }

    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text);
        return text.ToString();
    }

    private void Append(StringBuilder text)
    {
        Parent?.Append(text);
        if (Parent is null)
        {
            text.Append('$');
        }
        else if (_name is null)
        {
            text.Append(CultureInfo.InvariantCulture, $"[{_index}]");
        }
        else if (IsPlain(_name))
        {
            text.Append('.').Append(_name);
        }
        else
        {
            text.Append("['").Append(Quoted.Bare(_name).Replace("'", "\\'", StringComparison.Ordinal)).Append("']");
        }
    }

    private static bool IsPlain(string name) =>
        name.Length is > 0 and <= Quoted.MaximumLength
        && !char.IsAsciiDigit(name[0])
        && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');
}
