using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>Somebody on this machine who says they have a role, in the header of App Service Authentication.</summary>
internal sealed class ProductClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan BetweenTries = TimeSpan.FromSeconds(1);

    private int _repeated;

    public ProductClient(Uri address, string role)
    {
        Http = new HttpClient { BaseAddress = address, Timeout = Patience };
        Http.DefaultRequestHeaders.Add("X-MS-CLIENT-PRINCIPAL", Convert.ToBase64String(JsonSerializer.SerializeToUtf8Bytes(new
        {
            auth_typ = "aad",
            claims = new[]
            {
                new { typ = "name", val = "Ada Lawyer" },
                new { typ = "oid", val = "5b5450db-eb26-4c1a-981c-ba1d25f0483d" },
                new { typ = "roles", val = role },
            },
        })));
    }

    public HttpClient Http { get; }

    /// <summary>How many requests were sent again, because the host was too busy to answer them.</summary>
    public int Repeated => _repeated;

    /// <summary>Hands a request in, as legal; with the agreement's id.</summary>
    public async Task<string> StartAgreementAsync(byte[] terms, string key) =>
        (await PostAsync("api/agreements", terms, key)).GetProperty("id").GetString()!;

    public Task ReviseAsync(string id, byte[] terms, string key) => PostAsync($"api/agreements/{id}/revisions", terms, key);

    /// <summary>Completes when the agreement has the status.</summary>
    public async Task WaitForStatusAsync(string id, string status)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await Http.GetFromJsonAsync<JsonElement>($"api/agreements/{id}", patience.Token)).GetProperty("status").GetString() != status)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    /// <summary>Completes when the administrators' list of what has completed holds the agreement's orchestration.</summary>
    public async Task WaitForCompletionAsync(string id)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (!(await ReadAsync("orchestrations?status=Completed")).Contains($"orchestrations/{id}\"", StringComparison.Ordinal))
        {
            await Task.Delay(100, patience.Token);
        }
    }

    public Task<string> ReadAsync(string path) => Http.GetStringAsync(new Uri(path, UriKind.Relative));

    public void Dispose() => Http.Dispose();

    /// <summary>Posts until there is an answer: what carries an idempotency key may be repeated when the host is too busy, or gone.</summary>
    private async Task<JsonElement> PostAsync(string path, byte[] terms, string key)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            using var content = new ByteArrayContent(terms) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
            using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = content };
            request.Headers.Add("Idempotency-Key", key);
            using var answer = await Http.SendAsync(request, patience.Token);
            if (answer.IsSuccessStatusCode)
            {
                return await answer.Content.ReadFromJsonAsync<JsonElement>(patience.Token);
            }

            if (answer.StatusCode != HttpStatusCode.TooManyRequests && answer.StatusCode < HttpStatusCode.InternalServerError)
            {
                throw new InvalidOperationException(
                    $"{path} answered {(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync(patience.Token)}");
            }

            Interlocked.Increment(ref _repeated);
            await Task.Delay(BetweenTries, patience.Token);
        }
    }
}
