using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Local.Demo;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>
/// A partner with a browser and the link from a mail. The form they opened stays open while the server is away, and is sent again as
/// it is, as by the browser's reload.
/// </summary>
internal sealed partial class PartnerForm(DroppedMail mail)
{
    private readonly CookieContainer _cookies = new();
    private readonly string _link = new Uri(Link().Match(mail.Text).Value).AbsolutePath;
    private Dictionary<string, string>? _fields;
    private byte[]? _signedCopy;

    public string Name => mail.ToName;

    public async Task DecideAsync(Uri server, string decision, string comment)
    {
        using var browser = Browse(server);
        _fields ??= await OpenAsync(browser);
        using var form = new FormUrlEncodedContent(
            [.. _fields, new("decision", decision), new("name", Name), new("comment", comment)]);
        await PostAsync(browser, form);
    }

    public async Task SignAsync(Uri server)
    {
        using var browser = Browse(server);
        _fields ??= await OpenAsync(browser);
        _signedCopy ??= ConformedCopy.Sign(await browser.GetByteArrayAsync(new Uri($"{_link}/document", UriKind.Relative)), Name);
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in _fields)
        {
            form.Add(new StringContent(value), name);
        }

        var file = new ByteArrayContent(_signedCopy);
        file.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        form.Add(new StringContent(Name), "name");
        form.Add(file, "file", "signed.docx");
        await PostAsync(browser, form);
    }

    private HttpClient Browse(Uri server) => new(new SocketsHttpHandler { CookieContainer = _cookies }) { BaseAddress = server };

    private async Task<Dictionary<string, string>> OpenAsync(HttpClient browser) =>
        HtmlForm.HiddenFields(await browser.GetStringAsync(new Uri(_link, UriKind.Relative)));

    private async Task PostAsync(HttpClient browser, HttpContent form)
    {
        using var response = await browser.PostAsync(new Uri(_link, UriKind.Relative), form);
        if (!response.IsSuccessStatusCode)
        {
            throw new InvalidOperationException($"{Name} could not act: the page answered {(int)response.StatusCode}.");
        }
    }

    [GeneratedRegex("^https?://\\S+$", RegexOptions.Multiline)]
    private static partial Regex Link();
}
