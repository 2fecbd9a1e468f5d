namespace AllianceAgreements.Embedded.Engine;

/// <summary>The moments at which a crash test may want the process to die.</summary>
internal enum CrashPoint
{
    /// <summary>Everything of a transaction is written; nothing is durable yet.</summary>
    BeforeCommit,

    /// <summary>The transaction is durable; nobody has been told.</summary>
    AfterCommit,

    /// <summary>The activity is about to run. The subject is its name.</summary>
    BeforeActivity,

    /// <summary>The activity has done its work; its result is not durable yet. The subject is its name.</summary>
    AfterActivity,
}

/// <summary>Told whenever the engine reaches a moment at which a crash would be interesting. Tests kill the process from here.</summary>
internal interface ICrashPoints
{
    /// <param name="point">The moment.</param>
    /// <param name="subject">What it concerns; empty for a commit.</param>
    void Reached(CrashPoint point, string subject);
}

internal sealed class NoCrashPoints : ICrashPoints
{
    public void Reached(CrashPoint point, string subject)
    {
    }
}
