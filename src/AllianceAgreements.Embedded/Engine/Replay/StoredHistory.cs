using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>The history of one run of an instance, as a file keeps it, to be replayed on later code.</summary>
public sealed record StoredHistory
{
    // For people to read in a review: no nulls, and quotes inside payloads as \" rather than \u0022.
    private static readonly JsonSerializerOptions Indented = new(OrchestrationJson.Options)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    /// <summary>The instance's id.</summary>
    public required string InstanceId { get; init; }

    /// <summary>Which run of it; ids made by the code depend on it.</summary>
    public int Run { get; init; }

    /// <summary>Its orchestrator's name.</summary>
    public required string Name { get; init; }

    /// <summary>The version it was started with; empty if none.</summary>
    public string Version { get; init; } = string.Empty;

    /// <summary>Who called it as a sub-orchestration, if anyone.</summary>
    public ParentOrchestrationInstance? Parent { get; init; }

    /// <summary>What happened, oldest first.</summary>
    public required IReadOnlyList<HistoryEvent> Events { get; init; }

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static StoredHistory Parse(string json) =>
        JsonSerializer.Deserialize<StoredHistory>(json, Indented) ?? throw new JsonException("The stored history is null.");

    /// <summary>The history as indented JSON.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Indented);
}
