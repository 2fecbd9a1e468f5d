using AllianceAgreements.Embedded.Engine.Storage;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>All that is durable, and the rules by which it changes. Used by the engine's thread alone.</summary>
internal sealed class EngineState : IDisposable
{
    public EngineState(EngineTables tables, string defaultVersion)
    {
        Tables = tables;
        Postbox = new Postbox(tables);
        Lifecycle = new InstanceLifecycle(tables, Postbox);
        Episodes = new EpisodeCommit(tables, Lifecycle, Postbox, defaultVersion);
        DefaultVersion = defaultVersion;
    }

    public EngineTables Tables { get; }

    public Postbox Postbox { get; }

    public InstanceLifecycle Lifecycle { get; }

    public EpisodeCommit Episodes { get; }

    public string DefaultVersion { get; }

    public void Dispose() => Tables.Dispose();
}
