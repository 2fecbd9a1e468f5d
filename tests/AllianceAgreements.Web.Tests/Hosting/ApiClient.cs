using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>Somebody who calls the API.</summary>
public sealed class ApiClient : IDisposable
{
    private readonly HttpClient _http;

    public ApiClient(Uri address, string? token)
    {
        _http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = address };
        if (token is not null)
        {
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }
    }

    /// <summary>Sends a header with every request.</summary>
    public ApiClient WithHeader(string name, string value)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return this;
    }

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, content: null);

    public Task<ApiAnswer> PostAsync(string path, ReadOnlyMemory<byte> json, string? key = null)
    {
        var content = new ReadOnlyMemoryContent(json);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        return SendAsync(HttpMethod.Post, path, content, key);
    }

    public Task<ApiAnswer> PostAsync(string path, string json, string? key = null) => PostAsync(path, Encoding.UTF8.GetBytes(json), key);

    public async Task<ApiAnswer> SendAsync(HttpMethod method, string path, HttpContent? content, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        if (key is not null)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", key);
        }

        var response = await _http.SendAsync(request);
        return new ApiAnswer(response, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();
}

/// <summary>What the API answered.</summary>
public sealed record ApiAnswer(HttpResponseMessage Response, byte[] Body)
{
    public int Status => (int)Response.StatusCode;

    public string? MediaType => Response.Content.Headers.ContentType?.MediaType;

    public string Text => Encoding.UTF8.GetString(Body);

    public JsonNode Json => JsonNode.Parse(Body)!;

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;
}
