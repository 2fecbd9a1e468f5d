using System.Xml.Linq;
using AllianceAgreements.Documents.Preview;
using AllianceAgreements.Documents.Preview.Html;
using AllianceAgreements.Documents.Tests.Packages;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Preview;

/// <summary>Previews, read back as XML.</summary>
internal static class PreviewHtml
{
    private static readonly HashSet<string> Attributes =
        ["aria-label", "class", "colspan", "dir", "id", "role", "rowspan", "scope", "tabindex"];

    public static string Of(WordFile file) => OfFile(file.ToBytes());

    public static string OfFile(byte[] file) => new WordPreview().ToHtml(file);

    public static string OfBody(string body) => Of(new WordFile { Body = body });

    public static XElement Parse(WordFile file) => XElement.Parse($"<body>{Of(file)}</body>", LoadOptions.PreserveWhitespace);

    /// <summary>The numbers shown, in order.</summary>
    public static string[] Numbers(WordFile file) =>
        [.. Parse(file).Descendants("span").Where(span => (string?)span.Attribute("class") == "num").Select(span => span.Value)];

    public static string[] Ids(WordFile file) =>
        [.. Parse(file).Descendants().Attributes("id").Select(id => id.Value)];

    /// <summary>Fails unless every element, attribute and class is of the fixed sets and ids are unique.</summary>
    public static void AssertSafe(XElement body)
    {
        foreach (var element in body.Descendants())
        {
            Assert.True(HtmlNames.AllTags.Contains(element.Name.LocalName), $"<{element.Name}>");
            foreach (var attribute in element.Attributes())
            {
                Assert.True(Attributes.Contains(attribute.Name.LocalName), $"{attribute.Name}");
            }

            var classes = ((string?)element.Attribute("class") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries);
            Assert.True(classes.All(HtmlNames.AllClasses.Contains), (string?)element.Attribute("class"));
        }

        var ids = body.Descendants().Attributes("id").Select(id => id.Value).ToArray();
        Assert.Equal(ids.Length, ids.ToHashSet(StringComparer.Ordinal).Count);
    }
}
