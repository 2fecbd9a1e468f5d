using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace AllianceAgreements.Domain.Intake.Reading;

/// <summary>
/// From a JSON document to a request, by the serializer's own description of the types (<see cref="RequestJson"/>).
/// Unlike the serializer it does not stop at the first fault: it notes every one and leaves the faulty value unset.
/// </summary>
internal sealed class StructureReader
{
    /// <summary>Above every list's own limit; keeps a hostile request from costing more than its size.</summary>
    private const int MostItems = 1000;

    private readonly FaultList _faults;

    private StructureReader(FaultList faults) => _faults = faults;

    /// <summary>The request, in which whatever <paramref name="faults"/> names is unset; null when there is no object at all.</summary>
    public static AgreementRequest? Read(JsonElement document, FaultList faults) =>
        (AgreementRequest?)new StructureReader(faults).ReadValue(document, TypeInfoOf(typeof(AgreementRequest)), JsonPath.Root);

    private static JsonTypeInfo TypeInfoOf(Type type) => RequestJson.Options.GetTypeInfo(type);

    private object? ReadValue(JsonElement element, JsonTypeInfo type, JsonPath path)
    {
        switch (type.Kind, element.ValueKind)
        {
            case (JsonTypeInfoKind.Object, JsonValueKind.Object):
                return ReadObject(element, type, path);
            case (JsonTypeInfoKind.Enumerable, JsonValueKind.Array):
                return ReadList(element, TypeInfoOf(type.ElementType!), path);
            case (JsonTypeInfoKind.Object or JsonTypeInfoKind.Enumerable, _):
                _faults.Add(path, $"is {Expectation.ActualKind(element)}; give {Expectation.Of(type)}");
                return null;
            default:
                var (value, problem) = ScalarReader.Read(element, type);
                if (problem is not null)
                {
                    _faults.Add(path, problem);
                }

                return value;
        }
    }

    private Array? ReadList(JsonElement list, JsonTypeInfo itemType, JsonPath path)
    {
        var length = list.GetArrayLength();
        if (length > MostItems)
        {
            _faults.Add(path, $"lists {length}; no list of a request has more than {MostItems} items");
            return null;
        }

        var items = Array.CreateInstance(itemType.Type, length);
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            if (_faults.IsFull)
            {
                break;
            }

            items.SetValue(ReadValue(item, itemType, path.Item(index)), index);
            index++;
        }

        return items;
    }

    private object ReadObject(JsonElement element, JsonTypeInfo type, JsonPath path)
    {
        var target = type.CreateObject!();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in element.EnumerateObject())
        {
            if (_faults.IsFull)
            {
                break;
            }

            ReadField(field, type, path, seen, target);
        }

        foreach (var missing in type.Properties.Where(property => property.IsRequired && !seen.Contains(property.Name)))
        {
            _faults.Add(path.Field(missing.Name), $"is missing; give {Expectation.Of(TypeInfoOf(missing.PropertyType))}");
        }

        return target;
    }

    private void ReadField(JsonProperty field, JsonTypeInfo type, JsonPath path, HashSet<string> seen, object target)
    {
        if (JsonText.NameOf(field) is not { } name)
        {
            _faults.Add(path, "has a field whose name holds half a character (a \\u escape that lacks its other half); remove it");
        }
        else if (type.Properties.FirstOrDefault(property => string.Equals(property.Name, name, StringComparison.Ordinal)) is not { } property)
        {
            _faults.Add(path.Field(name), UnknownField(name, type));
        }
        else if (!seen.Add(name))
        {
            _faults.Add(path.Field(name), "stands here more than once; keep one");
        }
        else if ((property.IsRequired || field.Value.ValueKind != JsonValueKind.Null)
            && ReadValue(field.Value, TypeInfoOf(property.PropertyType), path.Field(name)) is { } value)
        {
            property.Set!(target, value);
        }
    }

    private static string UnknownField(string name, JsonTypeInfo type)
    {
        var known = type.Properties.Select(property => property.Name).ToArray();
        return NearestName.Of(name, known) is { } nearest
            ? $"is not a field of a request here; did you mean {Quoted.Value(nearest)}?"
            : $"is not a field of a request here; the fields are {string.Join(", ", known)}";
    }
}
