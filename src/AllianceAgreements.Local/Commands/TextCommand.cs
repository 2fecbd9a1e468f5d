using System.CommandLine;
using AllianceAgreements.Documents.Transcripts;

namespace AllianceAgreements.Local.Commands;

/// <summary><c>text</c>: prints what a Word file says, line by line, so that <c>git diff</c> can compare versions of it.</summary>
internal static class TextCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("file") { Description = "A Word file (.docx), or - to read it from standard input." };
        var command = new Command("text", "Print the text of a Word file with its numbering, tables and tags, a paragraph a line.") { file };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var path = parsed.GetRequiredValue(file);
            var lines = Read(path, await InputFile.ReadAsync(path, "a Word file", cancellationToken));

            // The same bytes on every system, so that a comparison made on one holds on another.
            await parsed.InvocationConfiguration.Output.WriteAsync(string.Concat(lines.Select(line => $"{line}\n")));
            return ExitCodes.Success;
        });
        return command;
    }

    private static IReadOnlyList<string> Read(string path, byte[] content)
    {
        try
        {
            return WordTranscript.Read(content);
        }
        catch (InvalidDataException exception)
        {
            throw new CommandException(ExitCodes.Usage, $"{path}: {exception.Message}");
        }
    }
}
