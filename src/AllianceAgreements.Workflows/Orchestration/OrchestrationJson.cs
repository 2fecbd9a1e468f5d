using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>How inputs, outputs and events are written to history, on both engines.</summary>
public static class OrchestrationJson
{
    /// <summary>Camel case, enums by name. Changing it breaks the replay of instances in flight.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>The JSON of a value, by its run-time type; null for null.</summary>
    /// <exception cref="NotSupportedException">The type cannot be serialised.</exception>
    public static string? Serialize(object? value) =>
        value is null ? null : JsonSerializer.Serialize(value, value.GetType(), Options);

    /// <summary>The value of the JSON; the type's default when there is none.</summary>
    /// <exception cref="JsonException">The JSON is not of the type.</exception>
    public static object? Deserialize(string? json, Type type)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (json is not null)
        {
            return JsonSerializer.Deserialize(json, type, Options);
        }

        return type.IsValueType ? RuntimeHelpers.GetUninitializedObject(type) : null;
    }

    /// <inheritdoc cref="Deserialize(string?, Type)"/>
    public static T? Deserialize<T>(string? json) =>
        json is null ? default : JsonSerializer.Deserialize<T>(json, Options);

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
