using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AllianceAgreements.Testing.Servers;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>The product on the real host, on stores of its own, with a mail service that keeps what is sent.</summary>
internal sealed class ProductHost : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly int _port = FunctionsHost.FreePort();
    private readonly Dictionary<string, string> _settings;
    private readonly StringBuilder _said = new();
    private FunctionsHost? _host;

    private ProductHost(string connectionString, FakeSendGrid mails)
    {
        Mails = mails;
        var name = AzuriteServer.NewPrefix();
        _settings = new()
        {
            ["AzureWebJobsStorage"] = connectionString,
            ["AzureFunctionsJobHost__extensions__durableTask__hubName"] = name,
            ["AzureFunctionsJobHost__extensions__durableTask__storageProvider__maxQueuePollingInterval"] = "00:00:00.5",
            ["AzureFunctionsJobHost__logging__logLevel__Azure.Core"] = "Warning",
            ["Storage__ConnectionString"] = connectionString,
            ["Storage__NamePrefix"] = name,
            ["Links__Key"] = Convert.ToBase64String(Guid.NewGuid().ToByteArray().Concat(Guid.NewGuid().ToByteArray()).ToArray()),
            ["Mail__Provider"] = "SendGrid",
            ["Mail__From__Address"] = "agreements@example.org",
            ["Mail__SendGrid__ApiKey"] = "SG.a-key-for-tests",
            ["Mail__SendGrid__Endpoint"] = mails.Address.GetLeftPart(UriPartial.Authority),
            ["Product__PublicAddress"] = Address.AbsoluteUri,
            ["Product__TrustedProxies"] = "0",
            ["Product__DevelopmentSignIn"] = "true",
        };
    }

    /// <summary>Where it is reached; stays over restarts, as links in mails point to it.</summary>
    public Uri Address => new($"http://127.0.0.1:{_port}/");

    public FakeSendGrid Mails { get; }

    /// <summary>What hosts that are gone and the one that runs have logged.</summary>
    public string Said => _said + _host?.Said;

    public static async Task<ProductHost> StartAsync(string connectionString)
    {
        var product = new ProductHost(connectionString, await FakeSendGrid.StartAsync());
        try
        {
            await product.StartAsync();
            return product;
        }
        catch
        {
            await product.DisposeAsync();
            throw;
        }
    }

    public async Task StartAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        _host = FunctionsHost.Start(FunctionsHost.ProductApp, _settings, _port);
        try
        {
            await _host.AwaitAnswerAsync("health/ready", patience.Token);
        }
        catch (OperationCanceledException exception)
        {
            throw new InvalidOperationException($"The product did not come up:{Environment.NewLine}{_host.Said}", exception);
        }
    }

    /// <summary>Kills host and worker, and starts both again.</summary>
    public async Task KillHostAsync()
    {
        await _host!.KillAsync();
        _said.Append(_host.Said);
        await _host.DisposeAsync();
        await StartAsync();
    }

    /// <summary>Kills the worker; the host starts another.</summary>
    public async Task KillWorkerAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        foreach (var worker in Process.GetProcesses().Where(process => ParentOf(process) == _host!.ProcessId))
        {
            worker.Kill();
            await worker.WaitForExitAsync(patience.Token);
        }

        await _host!.AwaitAnswerAsync("health/ready", patience.Token, mayFail: true);
    }

    /// <summary>A client on this machine that says it has a role, in the header of App Service Authentication.</summary>
    public HttpClient SignedIn(string role)
    {
        var client = new HttpClient { BaseAddress = Address, Timeout = Patience };
        client.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "aad",
            claims = new[]
            {
                new { typ = "name", val = "Ada Lawyer" },
                new { typ = "oid", val = "5b5450db-eb26-4c1a-981c-ba1d25f0483d" },
                new { typ = "roles", val = role },
            },
        })));
        return client;
    }

    /// <summary>Hands a request in, as legal; with the agreement's id.</summary>
    public static async Task<string> StartAgreementAsync(HttpClient legal, byte[] terms, string key) =>
        (await PostAsync(legal, "api/agreements", terms, key)).GetProperty("id").GetString()!;

    public static Task ReviseAsync(HttpClient legal, string id, byte[] terms, string key) => PostAsync(legal, $"api/agreements/{id}/revisions", terms, key);

    /// <summary>Completes when the agreement has the status.</summary>
    public static async Task WaitForStatusAsync(HttpClient legal, string id, string status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await legal.GetFromJsonAsync<JsonElement>($"api/agreements/{id}", patience.Token)).GetProperty("status").GetString() != status)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        await Mails.DisposeAsync();
    }

    private static async Task<JsonElement> PostAsync(HttpClient legal, string path, byte[] terms, string key)
    {
        using var content = new ByteArrayContent(terms) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await legal.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? await answer.Content.ReadFromJsonAsync<JsonElement>()
            : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
    }

    /// <summary>The fourth field of stat (proc(5)), after the name, which is in parentheses and may hold anything.</summary>
    private static int ParentOf(Process process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process.Id}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1]);
        }
        catch (IOException)
        {
            // Gone since.
            return 0;
        }
    }
}
