using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AllianceAgreements.Local.Demo;

/// <summary>The legal team, as a program that calls the API.</summary>
internal sealed class LegalApi : IDisposable
{
    private readonly HttpClient _client;

    public LegalApi(Uri address, string token)
    {
        _client = new HttpClient { BaseAddress = address };
        _client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>Starts an agreement; returns its id and reference.</summary>
    public async Task<(string Id, string Reference)> StartAsync(byte[] terms, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/agreements") { Content = Json(terms) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        var answer = await SendAsync(request, cancellationToken);
        return (answer.GetProperty("id").GetString()!, answer.GetProperty("reference").GetString()!);
    }

    public async Task ReviseAsync(string id, byte[] terms, string idempotencyKey, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"api/agreements/{id}/revisions") { Content = Json(terms) };
        request.Headers.Add("Idempotency-Key", idempotencyKey);
        await SendAsync(request, cancellationToken);
    }

    public async Task<string> GetStatusAsync(string id, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"api/agreements/{id}");
        return (await SendAsync(request, cancellationToken)).GetProperty("status").GetString()!;
    }

    public void Dispose() => _client.Dispose();

    private static ByteArrayContent Json(byte[] content) =>
        new(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var response = await _client.SendAsync(request, cancellationToken);
        return response.StatusCode is HttpStatusCode.OK or HttpStatusCode.Accepted
            ? await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)
            : throw new InvalidOperationException(
                $"{request.Method} {request.RequestUri} answered {(int)response.StatusCode}: {await response.Content.ReadAsStringAsync(cancellationToken)}");
    }
}
