using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail;

public sealed class TableMailLedgerContract : MailLedgerContract, IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;

    public TableMailLedgerContract(AzuriteServer azurite)
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        _services = LedgerServices.On(azurite, _clock);
    }

    protected override IMailLedger Ledger => _services.GetRequiredService<IMailLedger>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    protected override void Advance(TimeSpan time) => _clock.Advance(time);
}

internal static class LedgerServices
{
    /// <summary>The ledger of an installation of its own.</summary>
    public static ServiceProvider On(AzuriteServer azurite, TimeProvider clock) => new ServiceCollection()
        .AddLogging()
        .AddSingleton(clock)
        .AddAzureStores(options => (options.ConnectionString, options.NamePrefix) = (azurite.ConnectionString, AzuriteServer.NewPrefix()))
        .BuildServiceProvider();
}
