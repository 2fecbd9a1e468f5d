using AllianceAgreements.Azure;
using AllianceAgreements.Embedded.Stores;
using Microsoft.AspNetCore.DataProtection;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The stores of the one process, wherever agreements are kept. Mail and access tokens are the data folder's always.</summary>
internal static class LocalStores
{
    /// <summary>Adds the ports of the domain.</summary>
    public static IServiceCollection AddLocalStores(this IServiceCollection services, StorageChoice storage, string data) =>
        storage.Account is { } account
            ? services.AddEmbeddedFolder(stores => stores.DataFolder = data).AddAzureStores(account)
            : services.AddEmbeddedStores(stores => stores.DataFolder = data);

    /// <summary>Keeps the data protection keys beside the agreements, so that forms and cookies outlast this machine where those do.</summary>
    public static IDataProtectionBuilder PersistKeysTo(this IDataProtectionBuilder builder, StorageChoice storage, string data) =>
        storage.Account is null
            ? builder.PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(data, "keys")))
            : builder.PersistKeysToAzureBlob();
}
