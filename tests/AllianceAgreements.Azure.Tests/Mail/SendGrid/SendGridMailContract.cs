using AllianceAgreements.Azure.Mail.SendGrid;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.SendGrid;

/// <summary>Mail through SendGrid's API, as over a real connection, with the ledger on Azurite.</summary>
public sealed class SendGridMailContract(AzuriteServer azurite) : MailContract, IAsyncLifetime
{
    private SendGridServer? _server;
    private ServiceProvider? _services;
    private RememberedKeys? _mailer;

    protected override IMailer Mailer => _mailer!;

    public async ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        _server = await SendGridServer.StartAsync();
        _services = new ServiceCollection()
            .AddLogging()
            .AddAzureStores(options => (options.ConnectionString, options.NamePrefix) = (azurite.ConnectionString, AzuriteServer.NewPrefix()))
            .AddAgreementMail(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Mail:Provider"] = "SendGrid",
                ["Mail:From:Address"] = "agreements@lakeside.example",
                ["Mail:SendGrid:ApiKey"] = SendGridServer.ApiKey,
                ["Mail:SendGrid:Endpoint"] = _server.Address,
            }).Build())
            .BuildServiceProvider();
        _mailer = new RememberedKeys(_services.GetRequiredService<IMailer>());
    }

    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    protected override ValueTask<IReadOnlyList<OutgoingMail>> ReadSentAsync() =>
        ValueTask.FromResult<IReadOnlyList<OutgoingMail>>([.. _server!.Taken.Select(mail =>
        {
            Assert.Empty(MailSendRules.FaultsOf(mail));
            var envelope = mail["personalizations"]![0]!;
            return new OutgoingMail(
                _mailer!.KeyOf(envelope["custom_args"]![SendGridMail.MailArgument]!.GetValue<string>()), mail["categories"]![0]!.GetValue<string>(),
                envelope["to"]![0]!["name"]!.GetValue<string>(), envelope["to"]![0]!["email"]!.GetValue<string>(), mail["subject"]!.GetValue<string>(),
                mail["content"]![0]!["value"]!.GetValue<string>(), mail["content"]![1]!["value"]!.GetValue<string>());
        })]);
}
