using System.CommandLine;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Where things are on this machine, and the options that say otherwise.</summary>
internal static class LocalPaths
{
    /// <summary>The templates that came with the program.</summary>
    public static string Templates => Path.Combine(AppContext.BaseDirectory, "templates");

    /// <summary>The samples that came with the program.</summary>
    public static string Samples => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>An option for the templates; without it, <see cref="Templates"/>.</summary>
    public static Option<string?> CreateTemplatesOption()
    {
        var option = new Option<string?>("--templates")
        {
            Description = "The folder of Word templates. [default: the templates that came with the program]",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } folder && !Directory.Exists(folder))
            {
                result.AddError($"--templates: there is no folder '{folder}'.");
            }
        });
        return option;
    }

    /// <summary>An option for the data folder; never blank.</summary>
    public static Option<string> CreateDataOption(string defaultPath)
    {
        var option = new Option<string>("--data")
        {
            Description = "The folder everything is kept in; made if it is not there.",
            DefaultValueFactory = _ => defaultPath,
        };
        option.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValueOrDefault<string>()))
            {
                result.AddError("--data: name a folder.");
            }
        });
        return option;
    }
}
