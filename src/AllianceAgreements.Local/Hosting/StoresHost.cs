using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Workflows;

namespace AllianceAgreements.Local.Hosting;

/// <summary>The stores and the commands on agreements alone, without engine and pages: for verbs that may run beside a process that serves.</summary>
internal static class StoresHost
{
    /// <summary>Does something with them.</summary>
    /// <exception cref="CommandException">The stores cannot be used, for a reason the caller can mend.</exception>
    public static async Task<T> UseAsync<T>(
        StorageChoice storage, string data, Func<IServiceProvider, Task<T>> use, CancellationToken cancellationToken)
    {
        if (storage.Account is null && !Directory.Exists(data))
        {
            throw new CommandException(ExitCodes.Usage, $"'{data}': there is no such data folder; give the one that is served with --data.");
        }

        try
        {
            if (storage.Account is { } account)
            {
                await AzureStorageProbe.RunAsync(account, cancellationToken);
            }

            var builder = Host.CreateEmptyApplicationBuilder(null);
            builder.Logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole();
            builder.Services
                .AddSingleton(TimeProvider.System)
                .AddLocalStores(storage, data)
                .AddAgreementWorkflows()
                .AddSingleton<IHostLifetime, CommandLifetime>();
            using var host = builder.Build();
            await host.StartAsync(cancellationToken);
            var result = await use(host.Services);
            await host.StopAsync(CancellationToken.None);
            return result;
        }
        catch (Exception exception) when (StartFaults.DescribeStores(exception, storage, data) is { } message)
        {
            throw new CommandException(ExitCodes.Usage, message);
        }
    }
}
