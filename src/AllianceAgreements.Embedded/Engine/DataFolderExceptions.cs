namespace AllianceAgreements.Embedded.Engine;

/// <summary>Another process runs its engine on the data folder. Two on one folder would run every step twice.</summary>
public sealed class DataFolderInUseException(string folder, Exception inner)
    : Exception($"The data folder '{folder}' is in use by another process. Stop that process, or give this one a folder of its own.", inner)
{
    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;
}

/// <summary>The data folder was written by a newer version of the product.</summary>
public sealed class DataFolderTooNewException(string file, long found, long supported)
    : Exception($"'{file}' has schema version {found}, and this version of the product knows {supported} at most. Run the newer version, or restore a backup from before the upgrade.")
{
    /// <summary>The schema version of the file.</summary>
    public long Found { get; } = found;

    /// <summary>The newest schema version this product knows.</summary>
    public long Supported { get; } = supported;
}
