using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Local.Hosting;

namespace AllianceAgreements.Local.Commands;

/// <summary>The folder of templates that a file belongs to, with that file as it was given.</summary>
internal static class TemplateFileSet
{
    private const string Clauses = "clauses";

    /// <summary>The folder that is asked for; else the one the file lies in; else the one that came with the program, for a copy that lies elsewhere.</summary>
    public static string FindFolder(string path, string? folder)
    {
        if (folder is not null)
        {
            return folder;
        }

        var place = path == "-" ? "" : Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        return Path.GetFileName(place) == Clauses && Path.GetDirectoryName(place) is { } parent ? parent
            : place.Length > 0 && Directory.Exists(Path.Combine(place, Clauses)) ? place
            : LocalPaths.Templates;
    }

    /// <summary>All files of the folder, with the given one in the place of its namesake, and its name among them.</summary>
    public static async Task<(IReadOnlyList<TemplateFile> Files, string Name)> ReadAsync(
        string folder, string path, byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            var files = new Dictionary<string, TemplateFile>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(folder, "*.docx", SearchOption.AllDirectories).Where(file => !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal)))
            {
                var own = Path.GetRelativePath(folder, file).Replace('\\', '/');
                files[own] = new TemplateFile(own, await File.ReadAllBytesAsync(file, cancellationToken));
            }

            var name = NameOf(folder, path, files.Keys);
            files[name] = new TemplateFile(name, content);
            return ([.. files.Values], name);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException(ExitCodes.Usage, $"A template cannot be read: {exception.Message}");
        }
    }

    private static string NameOf(string folder, string path, IEnumerable<string> names)
    {
        var relative = Path.GetRelativePath(Path.GetFullPath(folder), Path.GetFullPath(path)).Replace('\\', '/');
        return !relative.StartsWith("..", StringComparison.Ordinal) && !Path.IsPathRooted(relative)
            ? relative
            : names.FirstOrDefault(name => Path.GetFileName(name) == Path.GetFileName(path)) ?? Path.GetFileName(path);
    }
}
