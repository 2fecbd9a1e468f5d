using System.Text.Json;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>
/// Inputs and outputs of activities as they travel: JSON in a JSON string. The host reads and writes anew what is plain JSON, and would
/// make 1.10 a 1.1; and it takes no activity without an input.
/// </summary>
internal static class ActivityText
{
    private const string NoValue = "null";

    public static string Of(object? value) => OrchestrationJson.Serialize(value) ?? NoValue;

    public static T? Read<T>(string? text) => OrchestrationJson.Deserialize<T>(text);

    public static object? Read(string? text, Type type) => OrchestrationJson.Deserialize(text is NoValue ? null : text, type);

    /// <summary>The JSON that was sent, from what history shows of it: the string, or an array of it alone.</summary>
    public static string? FromHistory(string? data)
    {
        if (data is null)
        {
            return null;
        }

        using var json = JsonDocument.Parse(data);
        var text = json.RootElement is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 1 ? list[0] : json.RootElement;
        return text.ValueKind == JsonValueKind.String ? text.GetString() : data;
    }
}
