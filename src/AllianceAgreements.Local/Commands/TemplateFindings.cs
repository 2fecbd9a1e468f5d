using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Documents.Checking;

namespace AllianceAgreements.Local.Commands;

/// <summary>Faults of templates as they are printed.</summary>
internal static class TemplateFindings
{
    /// <summary>For people and programs alike: quotation marks and dashes stay legible.</summary>
    public static JsonSerializerOptions JsonOptions { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    public static string ToText(string path, IReadOnlyList<TemplateFinding> findings) => findings.Count == 0
        ? $"{path}: no fault."
        : string.Join(
            Environment.NewLine,
            [$"{path}: {findings.Count} {(findings.Count == 1 ? "fault" : "faults")}", .. findings.Select(finding => $"  {finding}")]);

    public static string ToJson(string path, IReadOnlyList<TemplateFinding> findings) =>
        JsonSerializer.Serialize(new { File = path, Faults = findings }, JsonOptions);
}
