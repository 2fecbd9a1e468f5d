using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>Where the tabulators of a paragraph lead (17.3.1.38), and which of them draw the line that somebody signs on.</summary>
internal sealed class TabStops
{
    /// <summary>Word's own limit, for one place that sets them.</summary>
    private const int MostStops = 64;

    private readonly SortedList<int, Kind> _stops;
    private readonly bool[] _drawsLine;

    private TabStops(SortedList<int, Kind> stops)
    {
        _stops = stops;
        _drawsLine = [.. stops.Values.Where(kind => kind != Kind.Cleared).Select(kind => kind == Kind.Line)];
    }

    private enum Kind
    {
        Plain,
        Line,
        Cleared,
    }

    public static TabStops None { get; } = new([]);

    public static TabStops Read(XmlReader reader)
    {
        var stops = new SortedList<int, Kind>();
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            if (reader.LocalName is "tab" && stops.Count < MostStops && reader.Integer("pos", -31_680, 31_680) is { } position)
            {
                stops[position] = (reader.Val(), reader.Attribute("leader")) switch
                {
                    ("clear", _) => Kind.Cleared,
                    (_, "underscore" or "heavy") => Kind.Line,
                    _ => Kind.Plain,
                };
            }
        }

        return new TabStops(stops);
    }

    /// <summary>These stops together with those of a style, which they add to, replace or clear by their position.</summary>
    public TabStops Over(TabStops basis)
    {
        if (_stops.Count == 0)
        {
            return basis;
        }

        var stops = new SortedList<int, Kind>(basis._stops);
        foreach (var (position, kind) in _stops)
        {
            stops[position] = kind;
        }

        return new TabStops(stops);
    }

    /// <summary>Whether a tabulator draws a line, taking the first to lead to the first stop and so on.</summary>
    /// <param name="index">How many tabulators come before it in its line.</param>
    public bool DrawsLine(int index) => index < _drawsLine.Length && _drawsLine[index];
}
