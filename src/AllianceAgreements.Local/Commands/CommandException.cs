namespace AllianceAgreements.Local.Commands;

/// <summary>Ends a verb with a message for the person who called it.</summary>
internal sealed class CommandException(int exitCode, string message) : Exception(message)
{
    public int ExitCode { get; } = exitCode;
}
