using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Web.Forms;

/// <summary>The faults of a draft, each at the part of the form that shows it.</summary>
public sealed class FormFaults
{
    private readonly Dictionary<string, List<string>> _byPath = new(StringComparer.Ordinal);
    private readonly List<PlacedFault> _all = [];

    private FormFaults()
    {
    }

    /// <summary>No faults.</summary>
    public static FormFaults None { get; } = new();

    /// <summary>Every fault, in the order of the form.</summary>
    public IReadOnlyList<PlacedFault> All => _all;

    /// <summary>The faults at a path; empty when there are none.</summary>
    public IReadOnlyList<string> At(string path) => _byPath.GetValueOrDefault(path) ?? [];

    /// <summary>Places faults.</summary>
    internal static FormFaults Of(IEnumerable<Fault> faults, RequestDraft draft)
    {
        var placed = new FormFaults();
        var places = FormPlaces.Of(draft);
        foreach (var fault in faults)
        {
            // A fault in one line of several belongs to the field that holds the lines; what has no field belongs to what surrounds it.
            var path = FieldPath.OfFault(fault.Path);
            while (!places.ContainsKey(path))
            {
                path = FieldPath.Parent(path) ?? "";
            }

            placed.Add(path, places[path], fault.Message);
        }

        placed._all.Sort((left, right) => left.Order.CompareTo(right.Order));
        return placed;
    }

    private void Add(string path, FormPlace place, string message)
    {
        if (!_byPath.TryGetValue(path, out var messages))
        {
            _byPath[path] = messages = [];
        }

        messages.Add(message);
        _all.Add(new PlacedFault(FieldPath.Id(path), place.Title, message, place.Order));
    }
}

/// <summary>A fault and where the form shows it.</summary>
/// <param name="ElementId">The element that shows it.</param>
/// <param name="Place">What that element is called, from the outside in.</param>
/// <param name="Message">What is wrong and what would be right.</param>
/// <param name="Order">Its place in the form.</param>
public sealed record PlacedFault(string ElementId, string Place, string Message, int Order);
