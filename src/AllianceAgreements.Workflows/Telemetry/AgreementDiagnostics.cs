using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace AllianceAgreements.Workflows.Telemetry;

/// <summary>
/// Where traces and metrics of the product come from. Costs next to nothing while nobody listens. Nothing that is put into either may name a
/// person, hold an address, a link or a code; ids of agreements go into traces only, for metrics keep every combination of their tags for good.
/// </summary>
public static class AgreementDiagnostics
{
    /// <summary>The name of the <see cref="ActivitySource"/> and of every <see cref="Meter"/> of the product.</summary>
    public const string Name = "AllianceAgreements";

    /// <summary>The tag of spans, and the scope of logs, that holds the id of an agreement.</summary>
    public const string AgreementId = "agreement.id";

    /// <summary>Makes the spans.</summary>
    public static ActivitySource Source { get; } = new(Name);

    internal static Meter Meter { get; } = new(Name);
}
