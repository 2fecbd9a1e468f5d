using Microsoft.Extensions.Options;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>The layout of the data folder.</summary>
internal sealed class DataFolder
{
    public DataFolder(IOptions<EmbeddedStoreOptions> options)
        : this(options.Value.DataFolder)
    {
    }

    public DataFolder(string root)
    {
        Root = Path.GetFullPath(root);
        DurableFiles.CreateFolder(Root);
    }

    public string Root { get; }

    public string Database => Path.Combine(Root, "agreements.db");

    public string Documents => Path.Combine(Root, "documents");

    public string Archive => Path.Combine(Root, "archive");

    public string Mail => Path.Combine(Root, "mail");

    /// <summary>Where files grow until they are whole; in the data folder, so that they can be moved into place in one step.</summary>
    public string Staging => Path.Combine(Root, "staging");

    public string LinkKey => Path.Combine(Root, "link.key");

    public string AccessToken(string name) => Path.Combine(Root, $"{name}.token");
}
