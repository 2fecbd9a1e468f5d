using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Bench.Azure;

/// <summary>
/// What one agreement asks of a storage account: the journey of the demo (a round of changes, approvals, signatures, archive), on Azurite,
/// counted by what Azure bills it as. docs/scale.md reckons with these figures. The orchestration engine is the embedded one, whose own
/// history is not on the account; on Functions, Durable Functions adds its own.
/// </summary>
internal static class TransactionsBenchmark
{
    private static readonly string[] Containers = ["records", "documents", "archive"];

    /// <returns>True: these are figures, not goals.</returns>
    public static async Task<bool> RunAsync(bool quick)
    {
        if (!AzuriteServer.IsInstalled)
        {
            Console.WriteLine(AzuriteServer.Missing);
            return true;
        }

        using var azurite = new AzuriteServer();
        using var calls = new StorageCalls(new TableServiceClient(azurite.ConnectionString).Uri.Port);
        var data = Directory.CreateTempSubdirectory("transactions");
        try
        {
            await MeasureAsync(azurite.ConnectionString, data.FullName, calls, agreements: quick ? 1 : 5);
        }
        finally
        {
            data.Delete(recursive: true);
        }

        return true;
    }

    private static async Task MeasureAsync(string account, string data, StorageCalls calls, int agreements)
    {
        var terms = await RequestFile.ReadAsync(Path.Combine(LocalPaths.Samples, "northern-heart-joint-venture.json"), CancellationToken.None);
        var options = new LocalHostOptions
        {
            Data = data,
            Storage = StorageChoice.Of(account, new ConfigurationBuilder().Build()),
            Urls = ListeningAddress.FreeLoopback(),
            LogLevel = LogLevel.Error,
        };
        await using var app = await LocalHost.StartAsync(options, services => services.AddSingleton<IStartupFilter>(calls));

        // The first makes the containers and tables, which happens once in the life of an account.
        await JourneyAsync(app, options, terms);
        var before = await StoredAsync(account);
        calls.Take();
        var last = default(AgreementId);
        for (var done = 0; done < agreements; done++)
        {
            last = await JourneyAsync(app, options, terms);
        }

        var counted = calls.Take();
        var approvers = terms.Request.Parties.Sum(party => party.Approvers.Count);
        Report.Section($"Calls to storage an agreement ({terms.Request.Parties.Count} parties, {approvers} approvers, 2 revisions; mean of {agreements})");
        Print(counted.Where(kind => kind.Key.Origin != StorageCalls.Polling), agreements);
        Report.Section("Kept on the account, an agreement");
        foreach (var (store, (blobs, bytes)) in await StoredAsync(account))
        {
            Report.Figure(store, $"{(blobs - before[store].Blobs) / (double)agreements:0.#} blobs, {(bytes - before[store].Bytes) / 1024.0 / agreements:0.#} KiB");
        }

        Report.Section("Events in the history of the orchestrations of an agreement");
        var client = app.Services.GetRequiredService<IOrchestrationClient>();
        foreach (var instance in (string[])[InstanceIds.Agreement(last), InstanceIds.Approval(last, 1), InstanceIds.Approval(last, 2), InstanceIds.Signing(last)])
        {
            Report.Figure(instance[last.Value.Length..] is { Length: > 0 } part ? part[1..] : "agreement", $"{(await client.GetHistoryAsync(instance)).Count}");
        }

        var repair = app.Services.GetRequiredService<IndexRepair>();
        var sweep = app.Services.GetRequiredService<AgreementSweep>();
        await SweepAsync(calls, "Calls of a sweep, every few minutes", $"{agreements + 1} agreements changed within the hour", async () =>
        {
            await repair.RepairRecentAsync(CancellationToken.None);
            await sweep.WakeOverdueAsync(CancellationToken.None);
        });
        await SweepAsync(calls, "Calls of the nightly look at everything", $"{agreements + 1} agreements", async () => await repair.RepairNextAsync(TimeSpan.FromMinutes(1), CancellationToken.None));
        await app.StopAsync();
    }

    private static async Task<AgreementId> JourneyAsync(WebApplication app, LocalHostOptions options, AgreementTerms terms)
    {
        using var legal = new LegalApi(
            ListeningAddress.PublicOf(options.Urls), (await File.ReadAllTextAsync(Path.Combine(options.Data, "legal.token"))).Trim());
        var journey = new DemoJourney(legal, app.Services.GetRequiredService<MailDrop>(), TimeProvider.System, _ => Task.CompletedTask);
        var id = AgreementId.Parse(await journey.RunAsync(terms, CancellationToken.None));
        await app.Services.GetRequiredService<IOrchestrationClient>().WaitForInstanceCompletionAsync(InstanceIds.Agreement(id));
        return id;
    }

    private static async Task SweepAsync(StorageCalls calls, string title, string of, Func<Task> sweep)
    {
        calls.Take();
        await sweep();
        Report.Section($"{title} ({of})");
        Print(calls.Take(), of: 1);
    }

    private static void Print(IEnumerable<KeyValuePair<(string Origin, StorageCall Call), int>> counted, int of)
    {
        var all = counted.ToArray();
        foreach (var ((origin, call), count) in all.OrderBy(kind => kind.Key.Origin, StringComparer.Ordinal).ThenBy(kind => kind.Key.Call.ToString(), StringComparer.Ordinal))
        {
            Report.Figure($"{origin}: {call.Store}, {call.Operation}", $"{count / (double)of:0.#}");
        }

        foreach (var billing in all.GroupBy(kind => kind.Key.Call.Billing).OrderBy(group => group.Key))
        {
            Report.Figure($"billed as {billing.Key}", $"{billing.Sum(kind => kind.Value) / (double)of:0.#}");
        }
    }

    private static async Task<Dictionary<string, (long Blobs, long Bytes)>> StoredAsync(string account)
    {
        var service = new BlobServiceClient(account);
        var stored = new Dictionary<string, (long Blobs, long Bytes)>(StringComparer.Ordinal);
        foreach (var container in Containers)
        {
            var blobs = await service.GetBlobContainerClient(container).GetBlobsAsync().ToListAsync();
            stored[container] = (blobs.Count, blobs.Sum(blob => blob.Properties.ContentLength ?? 0));
        }

        return stored;
    }
}
