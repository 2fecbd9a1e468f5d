using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Mail.Smtp;

/// <summary>Mail through a mail server, as over a real connection, with the ledger on Azurite.</summary>
public sealed class SmtpMailContract(AzuriteServer azurite) : MailContract, IAsyncLifetime
{
    private readonly SmtpServer _server = new();
    private ServiceProvider? _services;

    protected override IMailer Mailer => _services!.GetRequiredService<IMailer>();

    public ValueTask InitializeAsync()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        _services = new ServiceCollection()
            .AddLogging()
            .AddAzureStores(options => (options.ConnectionString, options.NamePrefix) = (azurite.ConnectionString, AzuriteServer.NewPrefix()))
            .AddAgreementMail(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Mail:Provider"] = "Smtp",
                ["Mail:From:Address"] = "agreements@lakeside.example",
                ["Mail:Smtp:Host"] = "127.0.0.1",
                ["Mail:Smtp:Port"] = _server.Port.ToString(),
            }).Build())
            .BuildServiceProvider();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await (_services?.DisposeAsync() ?? ValueTask.CompletedTask);
        await _server.DisposeAsync();
    }

    protected override ValueTask<IReadOnlyList<OutgoingMail>> ReadSentAsync() =>
        ValueTask.FromResult<IReadOnlyList<OutgoingMail>>([.. _server.Taken.Select(bytes =>
        {
            using var content = new MemoryStream(bytes);
            using var message = MimeMessage.Load(content);
            var to = message.To.Mailboxes.Single();
            return new OutgoingMail(
                message.Headers["X-Alliance-Agreements-Key"]!, message.Headers["X-Alliance-Agreements-Category"]!, to.Name!, to.Address, message.Subject!,
                message.TextBody!, message.HtmlBody!);
        })]);
}
