using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Local.Tests.Commands;
using AllianceAgreements.Testing.Requests;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows.Agreements;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace AllianceAgreements.Local.Tests.Storage;

/// <summary>The product on one machine, with its agreements on a storage account.</summary>
public sealed class StorageJourneyTests(AzuriteServer azurite) : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _prefix = AzuriteServer.NewPrefix();
    private WebApplication? _app;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Journey_HistoryAndIndexLostInTheMiddle_EndsWithAnArchiveThatVerifies()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        var options = new LocalHostOptions
        {
            Data = _folder.PathOf("data"),
            Storage = Storage(),
            Urls = ListeningAddress.FreeLoopback(),
            LogLevel = LogLevel.Error,
        };
        _app = await LocalHost.StartAsync(options, cancellationToken: Cancellation);
        using var legal = new LegalApi(new Uri(options.Urls), (await File.ReadAllTextAsync(_folder.PathOf("data", "legal.token"), Cancellation)).Trim());
        var approvals = 0;
        var journey = new DemoJourney(legal, _app.Services.GetRequiredService<MailDrop>(), TimeProvider.System, async step =>
        {
            if (step.EndsWith(" approved", StringComparison.Ordinal) && approvals++ == 0)
            {
                await StopAsync();
                await ForgetAsync();
                _app = await LocalHost.StartAsync(options, cancellationToken: Cancellation);
            }
            else
            {
                // As every few minutes: who comes last wakes an orchestration that nobody has started since, and the sweep starts it.
                await _app!.Services.GetRequiredService<AgreementSweep>().WakeInterruptedAsync(Cancellation);
            }
        });

        var id = AgreementId.Parse(await journey.RunAsync(SampleRequests.Terms(SampleRequests.NorthAtlanticOncology), Cancellation));

        Assert.True(approvals > 1, "Others had yet to approve when it was restarted.");
        var state = await _app.Services.GetRequiredService<AgreementRepository>().GetAsync(id, Cancellation);
        var listed = await _app.Services.GetRequiredService<IAgreementIndex>().QueryAsync(new AgreementQuery(), Cancellation);
        Assert.Equal((id, AgreementStatus.Archived), (Assert.Single(listed.Items).Id, listed.Items[0].Status));
        Assert.Equal(["link.key", "agreements.db", "documents", "archive", "keys"], Kept("link.key", "agreements.db", "documents", "archive", "keys"));

        var copy = await _app.Services.GetRequiredService<ArchiveCopies>().CopyAsync(
            _app.Services.GetRequiredService<IArchive>(), state.Archive!.Folder, Cancellation);
        var (exitCode, verdict) = await VerifyCommand.VerifyAsync(copy, state.Archive.ManifestSha256, Cancellation);
        Assert.True(exitCode == ExitCodes.Success, verdict);
    }

    [Fact]
    public async Task Verbs_OnTheAccount_TakeARequestAllTheWayAndFindItAgain()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);

        var demo = await Call.RunAsync("demo", "--storage", azurite.ConnectionString, "--data", _folder.PathOf("demo"));
        Assert.Equal((0, ""), (demo.ExitCode, demo.Error));
        var reference = Path.GetFileName(demo.OutputLines[^1])[.."AA-2027-7F3K-9Q2M".Length];

        var download = await Call.RunAsync("download", reference, "--storage", azurite.ConnectionString, "--data", _folder.PathOf("elsewhere"));
        Assert.Equal((0, ""), (download.ExitCode, download.Error));
        Assert.Equal(_folder.PathOf("elsewhere", "archive", Path.GetFileName(demo.OutputLines[^1])), download.OutputLines[^1]);

        var reindex = await Call.RunAsync("reindex", "--storage", azurite.ConnectionString, "--data", _folder.PathOf("elsewhere"));
        Assert.Equal((0, ""), (reindex.ExitCode, reindex.Error));
        Assert.Equal("Indexed 1 agreements, and removed 0 from the index that have no record.", Assert.Single(reindex.OutputLines));

        // The emulator has no holds, which is what a person is told there; that they are put, ArchiveHoldsTests show.
        var put = (await Call.RunAsync("hold", "put", reference, "--reason", "Smith v. Northern", "--storage", azurite.ConnectionString)).AssertRefused(1);
        Assert.Contains("version-level immutability", Assert.Single(put.ErrorLines), StringComparison.Ordinal);
        var show = await Call.RunAsync("hold", "show", reference, "--storage", azurite.ConnectionString);
        Assert.Equal((0, ""), (show.ExitCode, show.Error));
        Assert.Matches(@"\A0 of [1-9][0-9]* files of archive 'AA-[0-9]{4}-.*' are under legal hold\.\z", Assert.Single(show.OutputLines));

        // As after archives were copied from another account: the record goes along, the holds do not.
        var none = await Call.RunAsync("hold", "list", "--storage", azurite.ConnectionString);
        Assert.Equal((0, "0 agreements are on record as held, 0 of them without a hold on every file."), (none.ExitCode, Assert.Single(none.OutputLines)));
        await RecordHoldAsync(reference);
        var list = await Call.RunAsync("hold", "list", "--storage", azurite.ConnectionString);
        Assert.Equal((1, ""), (list.ExitCode, list.Error));
        Assert.Collection(
            list.OutputLines,
            line => Assert.StartsWith($"{reference}: 0 of ", line, StringComparison.Ordinal),
            line => Assert.EndsWith("by Ada Admin: Smith v. Northern", line, StringComparison.Ordinal),
            line => Assert.Equal("1 agreements are on record as held, 1 of them without a hold on every file.", line));
    }

    [Theory]
    [InlineData("put", "--reason", "Smith v. Northern")]
    [InlineData("lift", "--reason", "Settled")]
    [InlineData("show")]
    public async Task Hold_WithoutAnAccount_SaysThatAFolderHasNone(string verb, params string[] options) =>
        await AssertNamesTheAccountAsync(["hold", verb, "AA-2027-0000-0000", .. options]);

    [Fact]
    public async Task HoldList_WithoutAnAccount_SaysThatAFolderHasNone() => await AssertNamesTheAccountAsync("hold", "list");

    [Theory]
    [InlineData("put", 0)]
    [InlineData("put", 201)]
    [InlineData("lift", 0)]
    public async Task Hold_ByNobody_NamesTheOption(string verb, int length)
    {
        var call = (await Call.RunAsync("hold", verb, "AA-2027-0000-0000", "--reason", "Smith", "--by", length == 0 ? " " : new string('x', length)))
            .AssertRefused(2);

        Assert.Contains("--by: say who decided it, in 1 to 200 characters", call.Error, StringComparison.Ordinal);
    }

    private static async Task AssertNamesTheAccountAsync(params string[] verb)
    {
        var call = (await Call.RunAsync(verb)).AssertRefused(2);

        Assert.Contains("--storage: name the storage account; a data folder has no legal holds", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hold_WithoutAReason_AsksForIt()
    {
        var call = (await Call.RunAsync("hold", "put", "AA-2027-0000-0000")).AssertRefused(2);

        Assert.Contains("--reason", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verbs_AnAccountInTheEnvironment_WorkOnThatWithoutBeingTold()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        using var process = LocalProcess.Start(
            _folder.Root, [("Storage__ConnectionString", azurite.ConnectionString), ("Storage__NamePrefix", _prefix)], "reindex", "--data", "nothing-here");

        var call = await process.EndAsync();

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.Equal("Indexed 0 agreements, and removed 0 from the index that have no record.", Assert.Single(call.OutputLines));
    }

    [Fact]
    public async Task Download_NoSuchAgreement_SaysSo()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);

        var call = (await Call.RunAsync("download", "AA-2027-0000-0000", "--storage", azurite.ConnectionString, "--data", _folder.PathOf("data"))).AssertRefused(2);

        Assert.Contains("'AA-2027-0000-0000': there is no such agreement", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Download_WithoutAnAccount_SaysWhereTheArchivesAre()
    {
        var call = (await Call.RunAsync("download", "AA-2027-0000-0000", "--data", _folder.PathOf("data"))).AssertRefused(2);

        Assert.Contains("--storage", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_AnAccountThatIsNotThere_SaysSoAndMakesNothing()
    {
        const string nowhere = "AccountName=nowhere;AccountKey=c2VjcmV0;BlobEndpoint=http://127.0.0.1:1/nowhere;TableEndpoint=http://127.0.0.1:1/nowhere";

        var call = (await Call.RunAsync("--storage", nowhere, "--data", _folder.PathOf("data"), "--urls", ListeningAddress.FreeLoopback())).AssertRefused(2);

        Assert.StartsWith("The storage account 'nowhere' cannot be reached", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("data")));
    }

    [Fact]
    public async Task Serve_AKeyThatIsWrong_SaysSoWithoutTellingIt()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        var key = azurite.ConnectionString.Split(';').Single(part => part.StartsWith("AccountKey=", StringComparison.Ordinal));

        var call = (await Call.RunAsync(
            "--storage", azurite.ConnectionString.Replace(key, "AccountKey=c2VjcmV0", StringComparison.Ordinal),
            "--data", _folder.PathOf("data"), "--urls", ListeningAddress.FreeLoopback())).AssertRefused(2);

        Assert.Contains("refuses access", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", call.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_WhatIsNoConnectionString_SaysWhatOneLooksLike()
    {
        var call = (await Call.RunAsync("--storage", "AccountKey=c2VjcmV0", "--data", _folder.PathOf("data"))).AssertRefused(2);

        Assert.Contains("Storage:ConnectionString must be that of a storage account", call.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("c2VjcmV0", call.Error, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
        {
            await StopAsync();
        }

        _folder.Dispose();
    }

    private async Task RecordHoldAsync(string reference) => await StoresHost.UseAsync(
        StorageChoice.Of(azurite.ConnectionString, new ConfigurationBuilder().Build()),
        _folder.PathOf("elsewhere"),
        async services => await services.GetRequiredService<AgreementRepository>().ExecuteAsync(
            (await NamedAgreement.ReadAsync(services, reference, Cancellation)).Id,
            new Actor(ActorKind.Administrator, "Ada Admin"),
            (_, _) => Decision.Accept(new LegalHoldPut("Smith v. Northern")),
            Cancellation),
        Cancellation);

    private StorageChoice Storage() => StorageChoice.Of(
        azurite.ConnectionString, new ConfigurationBuilder().AddInMemoryCollection([new("Storage:NamePrefix", _prefix)]).Build());

    /// <summary>Those of some names that the data folder has nothing of.</summary>
    private IEnumerable<string> Kept(params string[] names) => names.Where(name => !Path.Exists(_folder.PathOf("data", name)));

    private async Task StopAsync()
    {
        await _app!.StopAsync(CancellationToken.None);
        await _app.DisposeAsync();
        _app = null;
    }

    /// <summary>Loses what can be made again: the engine's history and the index.</summary>
    private async Task ForgetAsync()
    {
        foreach (var file in Directory.EnumerateFiles(_folder.PathOf("data"), "orchestrations.db*"))
        {
            File.Delete(file);
        }

        var tables = new TableServiceClient(azurite.ConnectionString);
        var names = await tables.QueryAsync(cancellationToken: Cancellation).Select(table => table.Name)
            .Where(name => name.StartsWith(_prefix, StringComparison.Ordinal)).ToListAsync(Cancellation);
        Assert.Equal(3, names.Count);
        foreach (var name in names)
        {
            await tables.DeleteTableAsync(name, Cancellation);
        }
    }
}
