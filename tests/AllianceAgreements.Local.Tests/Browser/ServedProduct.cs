using System.Text.RegularExpressions;
using System.Threading.Channels;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Local.Tests.Browser;

/// <summary>The product as it is served on one machine, on a free port and a folder of its own.</summary>
internal sealed partial class ServedProduct : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryFolder _folder = new();
    private readonly Channel<OutgoingMail> _mails = Channel.CreateUnbounded<OutgoingMail>();
    private WebApplication _app = null!;

    public Uri Address { get; private set; } = null!;

    public static async Task<ServedProduct> StartAsync()
    {
        var product = new ServedProduct();
        var options = new LocalHostOptions
        {
            Data = product._folder.PathOf("data"),
            Urls = ListeningAddress.FreeLoopback(),
            LogLevel = LogLevel.Error,
        };
        product._app = await LocalHost.StartAsync(options, product.TellOfMail);
        product.Address = new Uri(options.Urls);
        return product;
    }

    /// <summary>The links in the next mails of a kind, with whom each was sent to, in the order they were sent.</summary>
    public async Task<IReadOnlyList<(string Name, string Subject, Uri Link)>> AwaitLinksAsync(string category, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        var links = new List<(string, string, Uri)>();
        while (links.Count < count)
        {
            var mail = await _mails.Reader.ReadAsync(patience.Token);
            if (mail.Category == category)
            {
                links.Add((mail.ToName, mail.Subject, new Uri(Link().Match(mail.Text).Value)));
            }
        }

        return links;
    }

    /// <summary>Completes when the agreement's orchestration has done everything.</summary>
    public Task AwaitEndAsync(string id) => _app.Services.GetRequiredService<IOrchestrationClient>()
        .WaitForInstanceCompletionAsync(InstanceIds.Agreement(AgreementId.Parse(id))).WaitAsync(Patience);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
        _folder.Dispose();
    }

    private void TellOfMail(IServiceCollection services)
    {
        var mailer = services.Single(service => service.ServiceType == typeof(IMailer));
        services.Remove(mailer);
        services.AddSingleton<IMailer>(provider => new TellingMailer(
            (IMailer)ActivatorUtilities.CreateInstance(provider, mailer.ImplementationType!), _mails.Writer));
    }

    [GeneratedRegex("^https?://\\S+$", RegexOptions.Multiline)]
    private static partial Regex Link();

    private sealed class TellingMailer(IMailer inner, ChannelWriter<OutgoingMail> sent) : IMailer
    {
        public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
        {
            await inner.SendAsync(mail, cancellationToken);
            await sent.WriteAsync(mail, cancellationToken);
        }
    }
}
