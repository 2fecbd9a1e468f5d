using System.Text.Json;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Collects the faults of one request.</summary>
internal sealed class FaultList
{
    private const int Maximum = 500;

    private readonly List<(JsonPath Path, string Message)> _faults = [];
    private readonly HashSet<string> _faulty = new(StringComparer.Ordinal);

    public bool Any => _faults.Count > 0;

    /// <summary>Whether looking for more is pointless, because no more are shown.</summary>
    public bool IsFull => _faults.Count > Maximum;

    public void Add(JsonPath path, string message)
    {
        if (!IsFull)
        {
            _faults.Add((path, message));
            _faulty.Add(path.ToString());
        }
    }

    /// <summary>Whether the value at a path could be read: nothing is wrong with it or with what it lies in.</summary>
    public bool IsSound(JsonPath path) => path.SelfAndAncestors().All(place => !_faulty.Contains(place.ToString()));

    /// <summary>Whether a fault lies at a path that fits.</summary>
    public bool AnyAt(Func<JsonPath, bool> fits) => _faults.Exists(fault => fits(fault.Path));

    /// <summary>The faults in document order; several at one place in the order they were found.</summary>
    public IReadOnlyList<Fault> InOrderOf(JsonElement document)
    {
        var ordered = _faults.OrderBy(fault => DocumentOrder.PositionOf(fault.Path, document), DocumentOrder.Comparer)
            .Take(Maximum)
            .Select(fault => new Fault(fault.Path.ToString(), fault.Message));
        return IsFull
            ? [.. ordered, new Fault(JsonPath.Root.ToString(), $"has more faults than the {Maximum} shown; correct these first, then check again")]
            : [.. ordered];
    }
}
