using System.Security.Cryptography;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>A secret in a file of its own: made once, at random, and readable by its owner alone.</summary>
internal static class SecretFile
{
    /// <summary>The bytes of the file, which is first created with <paramref name="create"/>'s where there is none.</summary>
    public static byte[] ReadOrCreate(string path, StagingFolder staging, Func<byte[]> create)
    {
        if (File.Exists(path))
        {
            return File.ReadAllBytes(path);
        }

        var secret = create();
        var staged = staging.NewPath();
        try
        {
            using (var stream = DurableFiles.CreateNew(staged, DurableFiles.OwnerOnly))
            {
                stream.Write(secret);
                stream.Flush(flushToDisk: true);
            }

            // Another process may have been faster; then its secret is the one that counts.
            return DurableFiles.TryPublish(staged, path) ? secret : File.ReadAllBytes(path);
        }
        finally
        {
            StagingFolder.Discard(staged);
        }
    }

    /// <summary>256 random bits.</summary>
    public static byte[] NewKey() => RandomNumberGenerator.GetBytes(32);
}
