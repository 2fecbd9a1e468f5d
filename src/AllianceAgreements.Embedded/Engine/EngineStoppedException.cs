namespace AllianceAgreements.Embedded.Engine;

/// <summary>The engine has stopped before it could answer.</summary>
public sealed class EngineStoppedException : InvalidOperationException
{
    /// <summary>It was asked to stop; nothing of the call is stored.</summary>
    public EngineStoppedException()
        : base("The orchestration engine has stopped.")
    {
    }

    /// <summary>It failed; whether the call is stored shows after the restart.</summary>
    public EngineStoppedException(Exception failure)
        : base("The orchestration engine has failed; see the inner exception. What was committed is safe.", failure)
    {
    }
}
