namespace AllianceAgreements.Local.Commands;

/// <summary>What the process answers.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The work was done and the answer is no: faults in a request, an archive that does not verify, a journey that did not end well.</summary>
    public const int Failure = 1;

    /// <summary>The call itself was wrong: unknown options, a file that is not there.</summary>
    public const int Usage = 2;

    /// <summary>Stopped with Ctrl-C before the work was done; 128 + SIGINT, as shells have it.</summary>
    public const int Interrupted = 130;
}
