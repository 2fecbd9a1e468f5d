using System.CommandLine;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Where things are on this machine, and the options that say otherwise.</summary>
internal static class LocalPaths
{
    /// <summary>The templates that came with the program.</summary>
    public static string Templates => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The samples that came with the program.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    public static Option<string> CreateTemplatesOption() => new("--templates")
    {
        Description = "The folder of Word templates. [default: the templates that came with the program]",
        DefaultValueFactory = _ => Templates,
    };

    public static Option<string> CreateDataOption(string defaultPath) => new("--data")
    {
        Description = "The folder everything is kept in; made if it is not there.",
        DefaultValueFactory = _ => defaultPath,
    };
}
