namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>Every orchestrator and activity by name; both hosts run from it. Names are case-insensitive and registered once.</summary>
public sealed class OrchestrationCatalog
{
    private readonly Dictionary<string, Func<IOrchestrator>> _orchestrators = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<IServiceProvider, IActivity>> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The registered orchestrators.</summary>
    public IReadOnlyDictionary<string, Func<IOrchestrator>> Orchestrators => _orchestrators;

    /// <summary>The registered activities; each is made from the services of the scope that runs it.</summary>
    public IReadOnlyDictionary<string, Func<IServiceProvider, IActivity>> Activities => _activities;

    /// <summary>Registers an orchestrator. It takes no services: what it needs of the world, it asks of an activity.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public OrchestrationCatalog AddOrchestrator<TInput, TOutput>(
        OrchestratorName<TInput, TOutput> name, Func<Orchestrator<TInput, TOutput>> factory)
    {
        ArgumentNullException.ThrowIfNull(name);
        _orchestrators.Add(name.Value, factory);
        return this;
    }

    /// <summary>Registers an activity.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public OrchestrationCatalog AddActivity<TInput, TOutput>(
        ActivityName<TInput, TOutput> name, Func<IServiceProvider, Activity<TInput, TOutput>> factory)
    {
        ArgumentNullException.ThrowIfNull(name);
        _activities.Add(name.Value, factory);
        return this;
    }
}
