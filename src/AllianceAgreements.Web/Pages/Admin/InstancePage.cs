using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Pages.Admin;

/// <summary>One orchestration with its history; and rewinding it.</summary>
internal static class InstancePage
{
    public static async Task<Results<RazorComponentResult<OrchestrationDetails>, NotFound>> ShowAsync(
        string instanceId, IOrchestrationClient client, CancellationToken cancellationToken) =>
        await FindAsync(instanceId, client, cancellationToken) is { } model ? View.Of<OrchestrationDetails>(model) : TypedResults.NotFound();

    public static async Task<IResult> RewindAsync(
        string instanceId, HttpContext context, FormGuard forms, IOrchestrationClient client, ILogger<OrchestrationDetails> logger,
        CancellationToken cancellationToken)
    {
        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out var fields, out var refusal))
        {
            return refusal;
        }

        var reason = fields["reason"].ToString().Trim();
        if (await FindAsync(instanceId, client, cancellationToken) is not { } model)
        {
            return TypedResults.NotFound();
        }

        if (reason.Length is 0 or > OrchestrationDetailsModel.MaximumReason)
        {
            return View.Of<OrchestrationDetails>(
                model with { Reason = reason, Fault = $"Say why, in at most {OrchestrationDetailsModel.MaximumReason} characters." },
                StatusCodes.Status422UnprocessableEntity);
        }

        try
        {
            await client.RewindAsync(instanceId, ReasonOf(context.User.ToActor(), reason), cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or NotSupportedException)
        {
            return View.Of<OrchestrationDetails>(model with { Reason = reason, Fault = exception.Message }, StatusCodes.Status409Conflict);
        }

        logger.Rewound(instanceId);
        return Redirects.SeeOther(Routes.ToInstance(instanceId));
    }

    // The account, as the record says it: names change. Without accounts the name is all there is.
    private static string ReasonOf(Actor actor, string reason) => $"{actor.Account ?? actor.Name}: {reason}";

    private static async Task<OrchestrationDetailsModel?> FindAsync(string instanceId, IOrchestrationClient client, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken) is { } instance
            ? new OrchestrationDetailsModel(instance, await client.GetHistoryAsync(instanceId, cancellationToken), client.CanRewind)
            : null;
}

/// <summary>What the page of an instance shows.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="History">The history of its current run.</param>
/// <param name="EngineRewinds">Whether the engine can rewind.</param>
public sealed record OrchestrationDetailsModel(
    OrchestrationMetadata Instance, IReadOnlyList<OrchestrationHistoryEvent> History, bool EngineRewinds)
{
    /// <summary>Characters of the reason to rewind.</summary>
    public const int MaximumReason = 1000;

    /// <summary>The reason that was typed.</summary>
    public string Reason { get; init; } = "";

    /// <summary>Why it was not rewound; null when that was not tried.</summary>
    public string? Fault { get; init; }

    /// <summary>Whether to offer it; only trying tells whether the instance's history allows it. What was tried and refused still shows why.</summary>
    public bool OffersRewind => Fault is not null || (EngineRewinds && Instance.RuntimeStatus == OrchestrationRuntimeStatus.Failed);
}
