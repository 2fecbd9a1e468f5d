using System.Text.Json;
using System.Text.Json.Serialization;

namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>How inputs, outputs and events are written to history, on both engines.</summary>
public static class OrchestrationJson
{
    /// <summary>Camel case, enums by name. Changing it breaks the replay of instances in flight.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web);
        options.Converters.Add(new JsonStringEnumConverter());
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
