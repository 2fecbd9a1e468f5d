using AllianceAgreements.Embedded.Stores;

namespace AllianceAgreements.Embedded.Engine.Storage;

/// <summary>Keeps a second engine out of the data folder. The operating system lets go when the process ends, however it ends.</summary>
internal sealed class DataFolderLock : IDisposable
{
    private readonly FileStream _file;

    private DataFolderLock(FileStream file) => _file = file;

    /// <exception cref="DataFolderInUseException">Another engine has it.</exception>
    public static DataFolderLock Take(string folder)
    {
        try
        {
            var options = new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None };
            if (!OperatingSystem.IsWindows())
            {
                options.UnixCreateMode = DurableFiles.OwnerOnly;
            }

            return new DataFolderLock(new FileStream(Path.Combine(folder, "orchestrations.lock"), options));
        }
        catch (IOException e)
        {
            throw new DataFolderInUseException(folder, e);
        }
    }

    public void Dispose() => _file.Dispose();
}
