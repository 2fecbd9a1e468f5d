using AllianceAgreements.Workflows.Orchestration;
using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask.Client;
using OrchestrationMetadata = AllianceAgreements.Workflows.Orchestration.OrchestrationMetadata;
using OrchestrationQuery = AllianceAgreements.Workflows.Orchestration.OrchestrationQuery;
using OrchestrationRuntimeStatus = AllianceAgreements.Workflows.Orchestration.OrchestrationRuntimeStatus;
using PlatformStart = Microsoft.DurableTask.StartOrchestrationOptions;
using StartOrchestrationOptions = AllianceAgreements.Workflows.Orchestration.StartOrchestrationOptions;

namespace AllianceAgreements.Functions.Orchestration;

/// <summary>Starts, wakes and manages instances on Durable Functions.</summary>
/// <remarks>The platform knows nothing of an instance's children but what the history of its current run tells; children of earlier runs are on their own.</remarks>
internal sealed class DurableOrchestrationClient(HostClient host) : IOrchestrationClient
{
    public bool CanRewind => true;

    public async Task<string> ScheduleNewOrchestrationInstanceAsync(
        string orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(orchestratorName);
        var id = options?.InstanceId ?? Guid.NewGuid().ToString("N");
        OrchestrationLimits.CheckInstanceId(id, nameof(options));
        var start = new PlatformStart(id, options?.StartAt + DurableOrchestrationContext.TimerPrecision);
        try
        {
            return await host.Current.ScheduleNewOrchestrationInstanceAsync(
                orchestratorName, input, options?.Version is { } version ? start with { Version = version } : start, cancellationToken);
        }
        catch (OrchestrationAlreadyExistsException)
        {
            throw new InstanceAlreadyExistsException(id);
        }
    }

    public async Task RaiseEventAsync(
        string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);
        ArgumentException.ThrowIfNullOrWhiteSpace(eventName);
        try
        {
            await host.Current.RaiseEventAsync(instanceId, eventName, eventPayload, cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.NotFound or StatusCode.FailedPrecondition)
        {
            // Unknown or ended: nobody is there to take it.
        }
    }

    public async Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (!(await ExistingAsync(instanceId, cancellationToken)).IsCompleted)
        {
            await host.Current.SuspendInstanceAsync(instanceId, reason, cancellationToken);
        }
    }

    public async Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellationToken = default)
    {
        if (!(await ExistingAsync(instanceId, cancellationToken)).IsCompleted)
        {
            await host.Current.ResumeInstanceAsync(instanceId, reason, cancellationToken);
        }
    }

    public async Task TerminateInstanceAsync(string instanceId, object? output = null, CancellationToken cancellationToken = default)
    {
        if ((await ExistingAsync(instanceId, cancellationToken)).IsCompleted)
        {
            return;
        }

        var children = await ChildrenAsync(instanceId, cancellationToken);
        try
        {
            await host.Current.TerminateInstanceAsync(instanceId, new TerminateInstanceOptions(output), cancellationToken);
        }
        catch (RpcException exception) when (exception.StatusCode is StatusCode.FailedPrecondition)
        {
            // Ended since we looked.
        }

        foreach (var child in children)
        {
            if (await GetInstanceAsync(child, cancellationToken: cancellationToken) is not null)
            {
                await TerminateInstanceAsync(child, output, cancellationToken);
            }
        }
    }

    public async Task<string> RestartAsync(
        string instanceId, bool restartWithNewInstanceId = false, CancellationToken cancellationToken = default)
    {
        await EndedAsync(instanceId, cancellationToken);
        return await host.Current.RestartAsync(instanceId, restartWithNewInstanceId, cancellationToken);
    }

    public async Task RewindAsync(string instanceId, string reason, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        if ((await ExistingAsync(instanceId, cancellationToken)).RuntimeStatus != OrchestrationRuntimeStatus.Failed)
        {
            throw new InvalidOperationException($"Orchestration '{instanceId}' has not failed; only a failed one can be rewound.");
        }

        await CheckRewindableAsync(instanceId, cancellationToken);
        await host.Current.RewindInstanceAsync(instanceId, reason, cancellationToken);
    }

    public async Task<int> PurgeInstanceAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        if (await GetInstanceAsync(instanceId, cancellationToken: cancellationToken) is null)
        {
            return 0;
        }

        await EndedAsync(instanceId, cancellationToken);
        var purged = 0;
        foreach (var child in await ChildrenAsync(instanceId, cancellationToken))
        {
            if (await GetInstanceAsync(child, cancellationToken: cancellationToken) is { IsCompleted: true })
            {
                purged += await PurgeInstanceAsync(child, cancellationToken);
            }
        }

        return purged + (await host.Current.PurgeInstanceAsync(instanceId, cancellation: cancellationToken)).PurgedInstanceCount;
    }

    public async Task<OrchestrationMetadata?> GetInstanceAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(instanceId);

        // The platform leaves the custom status and the failure out as well when it is not asked for inputs and outputs.
        var found = await host.Current.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken);
        if (found is null)
        {
            return null;
        }

        var instance = found.ToOurs(getInputsAndOutputs);
        return getInputsAndOutputs
            ? instance with { ParentInstanceId = InstanceHistory.ParentOf(await EventsAsync(instanceId, cancellationToken)) }
            : instance;
    }

    public Task<OrchestrationPage> GetInstancesAsync(OrchestrationQuery query, CancellationToken cancellationToken = default) =>
        InstancePages.ReadAsync(host.Current, query, cancellationToken);

    public async Task<IReadOnlyList<OrchestrationHistoryEvent>> GetHistoryAsync(string instanceId, CancellationToken cancellationToken = default)
    {
        await ExistingAsync(instanceId, cancellationToken);
        return InstanceHistory.ToOurs(await EventsAsync(instanceId, cancellationToken));
    }

    public async Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellationToken = default)
    {
        await ExistingAsync(instanceId, cancellationToken);
        var ended = await host.Current.WaitForInstanceCompletionAsync(instanceId, getInputsAndOutputs: true, cancellationToken);
        return ended.ToOurs(getInputsAndOutputs);
    }

    private async Task<OrchestrationMetadata> ExistingAsync(string instanceId, CancellationToken cancellationToken) =>
        await GetInstanceAsync(instanceId, cancellationToken: cancellationToken) ?? throw new InstanceNotFoundException(instanceId);

    private async Task EndedAsync(string instanceId, CancellationToken cancellationToken)
    {
        if (!(await ExistingAsync(instanceId, cancellationToken)).IsCompleted)
        {
            throw new InvalidOperationException($"Orchestration '{instanceId}' has not ended; terminate it first.");
        }
    }

    /// <summary>
    /// The platform takes every failure out of the history, of the children that failed too, whatever was done after it: where anything
    /// was, replaying what is left would find the code not deterministic.
    /// </summary>
    private async Task CheckRewindableAsync(string instanceId, CancellationToken cancellationToken)
    {
        var events = await EventsAsync(instanceId, cancellationToken);
        if (InstanceHistory.WentOnAfterFailure(events))
        {
            throw new InvalidOperationException(
                $"Orchestration '{instanceId}' went on after a failure before it failed itself, such as by trying again, so it cannot be rewound. Restart it instead.");
        }

        foreach (var child in InstanceHistory.FailedChildrenIn(events))
        {
            if (await GetInstanceAsync(child, cancellationToken: cancellationToken) is null)
            {
                throw new InvalidOperationException(
                    $"Orchestration '{instanceId}' cannot be rewound: its child '{child}', which failed, has been purged. Restart it instead.");
            }

            await CheckRewindableAsync(child, cancellationToken);
        }
    }

    private async Task<IReadOnlyList<string>> ChildrenAsync(string instanceId, CancellationToken cancellationToken) =>
        InstanceHistory.ChildrenIn(await EventsAsync(instanceId, cancellationToken));

    private Task<IList<DurableTask.Core.History.HistoryEvent>> EventsAsync(string instanceId, CancellationToken cancellationToken) =>
        host.Current.GetOrchestrationHistoryAsync(instanceId, cancellationToken);
}
