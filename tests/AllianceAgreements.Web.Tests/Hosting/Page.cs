using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>What a browser shows. Reads the HTML that this product writes, not any HTML.</summary>
public sealed partial record Page(string Address, HttpResponseMessage Response, byte[] Body)
{
    public int Status => (int)Response.StatusCode;

    public string Html => Encoding.UTF8.GetString(Body);

    /// <summary>What is to be read on it, markup taken away.</summary>
    public string Text => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    public string? Header(string name) =>
        Response.Headers.TryGetValues(name, out var values) || Response.Content.Headers.TryGetValues(name, out values) ? string.Join(", ", values) : null;

    /// <summary>The form that is sent to an address.</summary>
    public PageForm FormTo(string action) => Forms.FirstOrDefault(form => form.Action == action)
        ?? throw new InvalidOperationException($"{Address} answered {Status} and has no form to {action}: {Text}");

    public bool HasFormTo(string action) => Forms.Any(form => form.Action == action);

    /// <summary>The element with an id: its opening tag.</summary>
    public string ElementById(string id) =>
        Tag().Matches(Html).Select(tag => tag.Value).First(tag => Attribute(tag, "id") == id);

    public bool HasId(string id) => Tag().Matches(Html).Any(tag => Attribute(tag.Value, "id") == id);

    /// <summary>Where every link leads.</summary>
    public IEnumerable<string> Links => Tag().Matches(Html).Select(tag => Attribute(tag.Value, "href")).OfType<string>();

    private IEnumerable<PageForm> Forms => FormElement().Matches(Html).Select(form => new PageForm(
        Attribute(form.Groups["tag"].Value, "action")!,
        Attribute(form.Groups["tag"].Value, "enctype") == "multipart/form-data",
        [.. Fields(form.Groups["content"].Value)]));

    private static IEnumerable<KeyValuePair<string, string>> Fields(string html)
    {
        foreach (Match control in Control().Matches(html))
        {
            var tag = control.Groups["tag"].Value;
            if (Attribute(tag, "name") is not { } name)
            {
                continue;
            }

            switch (control.Groups["kind"].Value)
            {
                case "textarea":
                    yield return new(name, WebUtility.HtmlDecode(control.Groups["text"].Value).TrimStart('\n').ReplaceLineEndings("\r\n"));
                    break;
                case "select":
                    var options = Option().Matches(control.Groups["text"].Value).Select(option => option.Value).ToList();
                    var chosen = options.Find(option => Has(option, "selected")) ?? options[0];
                    yield return new(name, Attribute(chosen, "value") ?? "");
                    break;
                default:
                    if (Attribute(tag, "type") is "file" || (Attribute(tag, "type") is "radio" && !Has(tag, "checked")))
                    {
                        continue;
                    }

                    yield return new(name, Attribute(tag, "value") ?? "");
                    break;
            }
        }
    }

    private static bool Has(string tag, string name) => Regex.IsMatch(tag, $"\\s{name}(?=[\\s=>/])", RegexOptions.None, TimeSpan.FromSeconds(5));

    private static string? Attribute(string tag, string name) =>
        Regex.Match(tag, $"\\s{name}=\"([^\"]*)\"", RegexOptions.None, TimeSpan.FromSeconds(5)) is { Success: true } match
            ? WebUtility.HtmlDecode(match.Groups[1].Value)
            : null;

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex("(?<tag><form[^>]*>)(?<content>.*?)</form>", RegexOptions.Singleline)]
    private static partial Regex FormElement();

    [GeneratedRegex("(?<tag><(?<kind>input|textarea|select)[^>]*>)(?:(?<text>(?<=<textarea[^>]*>|<select[^>]*>).*?)</(?:textarea|select)>)?", RegexOptions.Singleline)]
    private static partial Regex Control();

    [GeneratedRegex("<option[^>]*>")]
    private static partial Regex Option();
}
