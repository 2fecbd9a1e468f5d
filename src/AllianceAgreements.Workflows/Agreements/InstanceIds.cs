using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>The ids of the orchestration instances of an agreement, derived so that anybody who knows the agreement can wake them.</summary>
public static class InstanceIds
{
    /// <summary>The instance that leads the agreement from draft to archive.</summary>
    public static string Agreement(AgreementId id) => id.Value;

    /// <summary>The round of approval of a revision.</summary>
    public static string Approval(AgreementId id, int revision) => $"{id}:approval:{revision}";

    /// <summary>The collection of signatures.</summary>
    public static string Signing(AgreementId id) => $"{id}:signing";

    /// <summary>The agreement that an instance is one of; null when it is none's.</summary>
    public static AgreementId? AgreementOf(string instanceId)
    {
        ArgumentNullException.ThrowIfNull(instanceId);
        return AgreementId.TryParse(instanceId.Split(':')[0], out var id) ? id : null;
    }
}
