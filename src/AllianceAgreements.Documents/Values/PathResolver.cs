using System.Collections;
using AllianceAgreements.Documents.Tags;
using AllianceAgreements.Domain.Intake.Reading;

namespace AllianceAgreements.Documents.Values;

/// <summary>
/// Finds out what a path means: its first name is looked up in the innermost scope, then outward. A path through a list
/// collects the values of all items (<c>parties.shortName</c>), and <c>count</c> is a list's length.
/// </summary>
internal static class PathResolver
{
    /// <summary>The source of a path's value.</summary>
    /// <exception cref="FormatException">Nothing has that name.</exception>
    public static ValueSource Resolve(PathOperand path, ScopeShape scope)
    {
        if (path.IsLoopVariable)
        {
            return ResolveLoopVariable(path.Segments[0], scope);
        }

        if (path.Segments.Count == 0)
        {
            return scope.Outer is null
                ? throw new FormatException("Outside an each there is no item that \".\" could mean.")
                : new ValueSource(".", scope.Item, IsOptional: false, Hops: 0, at => at.Item);
        }

        var isKnown = true;
        var names = new List<string>();
        for (var (at, hops) = (scope, 0); at is not null; (at, hops) = (at.Outer, hops + 1))
        {
            isKnown &= at.Item is not UnknownShape;
            if (at.Item is ObjectShape shape)
            {
                if (shape.Fields.ContainsKey(path.Segments[0]))
                {
                    return Walk(path, shape, hops);
                }

                names.AddRange(shape.Fields.Keys);
            }
        }

        return isKnown
            ? throw new FormatException($"There is no field \"{path.Segments[0]}\" here{Suggestion(path.Segments[0], names)}")
            : new ValueSource(path.ToString(), UnknownShape.Instance, IsOptional: true, Hops: 0, _ => null);
    }

    private static ValueSource Walk(PathOperand path, Shape start, int hops)
    {
        var shape = start;
        var isOptional = false;
        Func<object, object?> read = value => value;
        foreach (var segment in path.Segments)
        {
            var (field, before) = (Step(shape, segment, path), read);
            read = value => before(value) is { } inner ? field.Read(inner) : null;
            isOptional |= field.IsOptional;
            shape = field.Shape;
        }

        return new ValueSource(path.ToString(), shape, isOptional, hops, scope => read(scope.Item));
    }

    private static Field Step(Shape shape, string segment, PathOperand path) => shape switch
    {
        ObjectShape item when item.Fields.TryGetValue(segment, out var field) => field,
        ListShape when segment == "count" =>
            new Field(segment, NumberShape.Instance, IsOptional: false, list => ((IEnumerable)list).Cast<object>().Count()),
        ListShape list => Collect(Step(list.Item, segment, path)),
        ObjectShape item => throw new FormatException($"There is no field \"{segment}\" in \"{path}\"{Suggestion(segment, item.Fields.Keys)}"),
        _ => throw new FormatException($"There is no field \"{segment}\" in \"{path}\": what stands before it is {shape.Description}."),
    };

    /// <summary>The end of a sentence that says that a name is not known.</summary>
    private static string Suggestion(string given, IEnumerable<string> known) =>
        NearestName.Of(given, known) is { } nearest ? $"; did you mean \"{nearest}\"?" : ".";

    private static Field Collect(Field field) => field.Shape is ListShape inner
        ? field with { IsOptional = false, Read = list => CollectItems(list, field).Cast<IEnumerable>().SelectMany(items => items.Cast<object>()).ToList(), Shape = inner }
        : field with { IsOptional = false, Read = list => CollectItems(list, field), Shape = new ListShape(field.Shape) };

    private static List<object> CollectItems(object list, Field field) =>
        [.. ((IEnumerable)list).Cast<object>().Select(field.Read).OfType<object>()];

    private static ValueSource ResolveLoopVariable(string name, ScopeShape scope)
    {
        if (scope.Outer is null)
        {
            throw new FormatException($"Outside an each there is no \"{name}\".");
        }

        return name switch
        {
            "@number" => new ValueSource(name, NumberShape.Instance, IsOptional: false, Hops: 0, at => at.Index + 1),
            "@index" => new ValueSource(name, NumberShape.Instance, IsOptional: false, Hops: 0, at => at.Index),
            "@first" => new ValueSource(name, BooleanShape.Instance, IsOptional: false, Hops: 0, at => at.Index == 0),
            "@last" => new ValueSource(name, BooleanShape.Instance, IsOptional: false, Hops: 0, at => at.Index == at.Count - 1),
            _ => throw new FormatException($"There is no \"{name}\"; an each has @number, @index, @first and @last."),
        };
    }
}
