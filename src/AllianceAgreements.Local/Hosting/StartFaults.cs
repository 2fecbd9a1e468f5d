using System.Net.Sockets;
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
        DataFolderInUseException or DataFolderTooNewException or FormatException or InvalidDataException => exception.Message,
        OptionsValidationException invalid => string.Join(Environment.NewLine, invalid.Failures),
        SqliteException => $"The data folder '{options.Data}' cannot be used: {exception.Message}",
        UnauthorizedAccessException => $"The data folder '{options.Data}' cannot be used: {exception.Message}",
        SocketException or InvalidOperationException { Source: "Microsoft.AspNetCore.Server.Kestrel.Core" } => CannotListen(exception, options),
        IOException { InnerException: not null } when exception.InnerException.GetBaseException() is SocketException => CannotListen(exception, options),
        IOException => $"The data folder '{options.Data}' cannot be used: {exception.Message}",
        _ => null,
    };

    private static string CannotListen(Exception exception, LocalHostOptions options) =>
        $"Cannot listen on {options.Urls}: {exception.GetBaseException().Message.TrimEnd('.')}. Choose another address with --urls.";
}
