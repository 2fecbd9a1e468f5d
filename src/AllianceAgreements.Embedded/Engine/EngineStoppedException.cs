namespace AllianceAgreements.Embedded.Engine;

/// <summary>The engine has stopped, so the call could not be carried out. Nothing of it is stored.</summary>
public sealed class EngineStoppedException : InvalidOperationException
{
    /// <summary>It was asked to stop.</summary>
    public EngineStoppedException()
        : base("The orchestration engine has stopped.")
    {
    }

    /// <summary>It failed.</summary>
    public EngineStoppedException(Exception failure)
        : base("The orchestration engine has failed; see the inner exception. What was committed is safe.", failure)
    {
    }
}
