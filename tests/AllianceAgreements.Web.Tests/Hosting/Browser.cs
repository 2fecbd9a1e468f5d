using System.Net;
using System.Net.Http.Headers;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>A browser without scripts: follows redirects, keeps cookies, sends the forms it finds.</summary>
public sealed class Browser : IDisposable
{
    private readonly HttpClient _http;

    public Browser(Uri address)
    {
        Cookies = new CookieContainer();
        _http = new HttpClient(new SocketsHttpHandler { CookieContainer = Cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    public CookieContainer Cookies { get; }

    /// <summary>Sends a header with every request.</summary>
    public Browser WithHeader(string name, string value)
    {
        _http.DefaultRequestHeaders.TryAddWithoutValidation(name, value);
        return this;
    }

    /// <summary>Signs in at the development sign-in.</summary>
    public async Task<Browser> SignInAsync(string role)
    {
        var form = (await GetAsync("/dev/sign-in")).FormTo("/dev/sign-in").With("role", role);
        Assert.Equal(303, (await RequestAsync(HttpMethod.Post, form.Action, form.ToContent())).Status);
        return this;
    }

    public Task<Page> GetAsync(string path) => FollowAsync(HttpMethod.Get, path, content: null);

    /// <summary>Sends a form as the browser would, and follows where it leads.</summary>
    public Task<Page> SendAsync(PageForm form) => FollowAsync(HttpMethod.Post, form.Action, form.ToContent());

    /// <summary>One request, no redirect followed.</summary>
    public async Task<Page> RequestAsync(HttpMethod method, string path, HttpContent? content = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        var response = await _http.SendAsync(request);
        return new Page(path, response, await response.Content.ReadAsByteArrayAsync());
    }

    public void Dispose() => _http.Dispose();

    private async Task<Page> FollowAsync(HttpMethod method, string path, HttpContent? content)
    {
        var page = await RequestAsync(method, path, content);
        while (page.Response.Headers.Location is { } next)
        {
            page = await RequestAsync(HttpMethod.Get, next.ToString());
        }

        return page;
    }
}

/// <summary>A form, as it would be sent.</summary>
public sealed record PageForm(string Action, bool IsMultipart, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    private IReadOnlyList<(string Field, string FileName, byte[] Content)> Files { get; init; } = [];

    public string this[string name] => Fields.Single(field => field.Key == name).Value;

    /// <summary>With a field filled in, or a button pressed.</summary>
    public PageForm With(string name, string value) => this with
    {
        Fields = Fields.Any(field => field.Key == name)
            ? [.. Fields.Select(field => field.Key == name ? new(name, value) : field)]
            : [.. Fields, new(name, value)],
    };

    public PageForm Without(string name) => this with { Fields = [.. Fields.Where(field => field.Key != name)] };

    public PageForm WithFile(string name, string fileName, byte[] content) => this with { Files = [.. Files, (name, fileName, content)] };

    public PageForm To(string action) => this with { Action = action };

    public HttpContent ToContent()
    {
        if (!IsMultipart)
        {
            return new FormUrlEncodedContent(Fields);
        }

        var content = new MultipartFormDataContent();
        foreach (var (name, value) in Fields)
        {
            content.Add(new StringContent(value) { Headers = { ContentType = null } }, $"\"{name}\"");
        }

        foreach (var (name, fileName, bytes) in Files)
        {
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            content.Add(file, $"\"{name}\"", $"\"{fileName}\"");
        }

        return content;
    }
}
