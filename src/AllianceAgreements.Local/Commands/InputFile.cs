namespace AllianceAgreements.Local.Commands;

/// <summary>Reads the files that verbs are given.</summary>
internal static class InputFile
{
    /// <summary>The bytes of a file, or of standard input for "-".</summary>
    /// <param name="path">The file.</param>
    /// <param name="what">What it should be ("a request file"), for messages.</param>
    /// <param name="cancellationToken">Stops reading.</param>
    public static async Task<byte[]> ReadAsync(string path, string what, CancellationToken cancellationToken)
    {
        try
        {
            if (Directory.Exists(path))
            {
                throw new CommandException(ExitCodes.Usage, $"{path} is a folder; name {what} in it.");
            }

            if (path != "-")
            {
                return await File.ReadAllBytesAsync(path, cancellationToken);
            }

            using var buffer = new MemoryStream();
            await using var input = Console.OpenStandardInput();
            await input.CopyToAsync(buffer, cancellationToken);
            return buffer.ToArray();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"{path} cannot be read: {exception.Message}");
        }
    }
}
