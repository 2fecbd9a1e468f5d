namespace AllianceAgreements.Local.Commands;

/// <summary>Writes the files that verbs make.</summary>
internal static class OutputFile
{
    /// <summary>Writes a file whole or not at all: whoever reads it meanwhile, or after a failure, finds the one that was there.</summary>
    public static async Task WriteAsync(string path, byte[] content, CancellationToken cancellationToken)
    {
        var partial = $"{path}.{Environment.ProcessId}.partial";
        try
        {
            await File.WriteAllBytesAsync(partial, content, cancellationToken);
            File.Move(partial, path, overwrite: true);
        }
        catch (Exception exception)
        {
            if (File.Exists(partial))
            {
                File.Delete(partial);
            }

            if (exception is IOException or UnauthorizedAccessException)
            {
                throw new CommandException(ExitCodes.Usage, $"{path} cannot be written: {exception.Message}");
            }

            throw;
        }
    }
}
