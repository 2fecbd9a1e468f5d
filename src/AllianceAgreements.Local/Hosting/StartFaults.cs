using System.Net.Sockets;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Embedded.Engine;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Says why the process cannot start here, in words for whoever started it.</summary>
internal static class StartFaults
{
    /// <summary>The message; null when the fault is not one of this machine, folder or address, but of the program.</summary>
    public static string? Describe(Exception exception, LocalHostOptions options) => exception switch
    {
        DataFolderInUseException or DataFolderTooNewException or FormatException => exception.Message,
        SocketException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => CannotListen(exception, options),
        IOException { InnerException: not null } when exception.InnerException.GetBaseException() is SocketException => CannotListen(exception, options),
        _ => DescribeStores(exception, options.Storage, options.Data),
    };

    /// <summary>The message; null when the fault is not one of the data folder, the storage account or how they are named.</summary>
    public static string? DescribeStores(Exception exception, StorageChoice storage, string data) => exception switch
    {
        InvalidDataException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        SqliteException or UnauthorizedAccessException or IOException => $"The data folder '{data}' cannot be used: {exception.Message}",
        _ => storage.Account is null ? null : AzureStorageFaults.Describe(exception, storage.Name),
    };

    private static string CannotListen(Exception exception, LocalHostOptions options) =>
        $"Cannot listen on {options.Urls}: {exception.GetBaseException().Message.TrimEnd('.')}. Choose another address with --urls.";
}
