using System.Text.Json;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>Orders places by where they stand in the text; what is missing stands at the end of where it belongs.</summary>
internal static class DocumentOrder
{
    public static IComparer<int[]> Comparer { get; } =
        Comparer<int[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    /// <summary>The position among its siblings of every step from the root to the path.</summary>
    public static int[] PositionOf(JsonPath path, JsonElement document)
    {
        var positions = new List<int>();
        JsonElement? element = document;
        foreach (var step in path.SelfAndAncestors().Reverse().Skip(1))
        {
            (var position, element) = step.Name is null ? Item(element, step.Index) : Field(element, step.Name);
            positions.Add(position);
        }

        return [.. positions];
    }

    private static (int Position, JsonElement? Element) Item(JsonElement? list, int index) =>
        list is { ValueKind: JsonValueKind.Array } found && index < found.GetArrayLength() ? (index, found[index]) : (index, null);

    private static (int Position, JsonElement? Element) Field(JsonElement? parent, string name)
    {
        if (parent is not { ValueKind: JsonValueKind.Object } found)
        {
            return (int.MaxValue, null);
        }

        var position = 0;
        foreach (var field in found.EnumerateObject())
        {
            if (string.Equals(JsonText.NameOf(field), name, StringComparison.Ordinal))
            {
                return (position, field.Value);
            }

            position++;
        }

        return (position, null);
    }
}
