using System.Net;
using System.Net.Http.Headers;

namespace AllianceAgreements.Local.Demo;

/// <summary>A partner with a browser of their own, who has nothing but the link from a mail.</summary>
internal sealed class Partner : IDisposable
{
    private readonly HttpClient _browser;
    private readonly Uri _link;
    private readonly string _name;

    public Partner(string name, Uri link)
    {
        _name = name;
        _link = link;
        _browser = new HttpClient(new SocketsHttpHandler { CookieContainer = new CookieContainer() });
    }

    public Task ApproveAsync(CancellationToken cancellationToken) => DecideAsync("approve", "", cancellationToken);

    public Task RequestChangesAsync(string comment, CancellationToken cancellationToken) =>
        DecideAsync("request-changes", comment, cancellationToken);

    /// <summary>Downloads the copy to sign, signs it and hands it in.</summary>
    public async Task SignAsync(CancellationToken cancellationToken)
    {
        var fields = await OpenAsync(cancellationToken);
        var copy = await _browser.GetByteArrayAsync(new Uri($"{_link}/document"), cancellationToken);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            form.Add(new StringContent(value), name);
        }

        form.Add(new StringContent(_name), "name");
        var file = new ByteArrayContent(ConformedCopy.Sign(copy, _name));
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(file, "file", "signed.docx");
        await PostAsync(form, cancellationToken);
    }

    public void Dispose() => _browser.Dispose();

    private async Task DecideAsync(string decision, string comment, CancellationToken cancellationToken)
    {
        var fields = await OpenAsync(cancellationToken);
        fields["decision"] = decision;
        fields["name"] = _name;
        fields["comment"] = comment;
        using var form = new FormUrlEncodedContent(fields);
        await PostAsync(form, cancellationToken);
    }

    private async Task<Dictionary<string, string>> OpenAsync(CancellationToken cancellationToken) =>
        HtmlForm.HiddenFields(await _browser.GetStringAsync(_link, cancellationToken));

    private async Task PostAsync(HttpContent form, CancellationToken cancellationToken)
    {
        using var response = await _browser.PostAsync(_link, form, cancellationToken);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{_name} could not act: the page answered {(int)response.StatusCode}.");
        }
    }
}
