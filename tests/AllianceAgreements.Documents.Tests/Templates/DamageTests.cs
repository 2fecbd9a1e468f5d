using System.Text;
using System.Xml.Linq;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Domain.Drafting;
using CsCheck;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class DamageTests
{
    private static readonly string Rich =
        Table(Row("{{#each people}}{{name}}", "{{skills | list}}{{/each}}"))
        + P("{{#if urgent}}", "{{title}}", "{{else}}", "{{> clauses/a}}", "{{/if}}")
        + Runs(Bookmark(1, "B", R("{{mon")), R("ths}}", Bold), TextBox(P("{{rate}}")), "<w:r><w:footnoteReference w:id=\"2\"/></w:r>");

    private static readonly (string Definition, string Instance) List = Xml.List(1);

    private static readonly TemplateFile Clause = new Template
    {
        Body = Listed(1, "x") + Styled("Own", "y") + Runs(Image("r1")),
        Numbering = List.Definition + List.Instance,
        Styles = "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Own\"/></w:style>",
    }.With("r1", "image", "media/x.png", [1]).ToFile("clauses/a.docx");

    [Fact]
    public void Compile_AnyDamagedBytes_GivesADraftOrFaults()
    {
        var bytes = new Template { Body = Rich, Footnote = P("n"), Title = "{{title}}" }.ToBytes();
        Gen.Select(Gen.Int[0, bytes.Length - 1], Gen.Byte, Gen.Int[0, bytes.Length]).Array[1, 4].Sample(
            damage =>
            {
                var copy = bytes.ToArray();
                foreach (var (place, value, _) in damage)
                {
                    copy[place] = value;
                }

                AssertDraftsOrFaults(new TemplateFile("Main.docx", copy.AsMemory(0, damage.Length == 4 ? damage[0].Item3 : copy.Length)));
            },
            iter: 150);
    }

    [Fact]
    public void Compile_AnyElementsMissingOrMoved_GivesADraftOrFaults() =>
        Gen.Select(Gen.Int[0, 200], Gen.Int[0, 200], Gen.Bool).Array[1, 4].Sample(
            edits =>
            {
                var body = XElement.Parse($"<r {Template.Namespaces}>{Rich}</r>");
                foreach (var (from, to, isMove) in edits)
                {
                    var elements = body.Descendants().ToList();
                    var (source, target) = (elements[from % elements.Count], elements[to % elements.Count]);
                    if (isMove && !target.AncestorsAndSelf().Contains(source))
                    {
                        target.Add(new XElement(source));
                    }

                    if (elements.Count > 1)
                    {
                        source.Remove();
                    }

                    if (!body.HasElements)
                    {
                        return;
                    }
                }

                AssertDraftsOrFaults(new Template { Body = string.Concat(body.Elements()), Footnote = P("n") }.ToFile());
            },
            iter: 150);

    [Fact]
    public void Compile_DeeplyNestedPart_IsRefused()
    {
        var body = $"{string.Concat(Enumerable.Repeat("<w:sdt><w:sdtContent>", 5_000))}{P("x")}{string.Concat(Enumerable.Repeat("</w:sdtContent></w:sdt>", 5_000))}";

        Assert.Contains("nested", Fill.Fault(body).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_DocumentType_IsRefused()
    {
        var template = new Template { Body = P("x") }.With("r9", "customXml", "item.xml", Encoding.UTF8.GetBytes("<!DOCTYPE x [<!ENTITY a \"b\">]><x>&a;</x>"), "application/xml");

        Assert.Contains("the part word/item.xml holds a document type definition (DTD)", Fill.Fault(template).Message, StringComparison.Ordinal);
    }

    private static void AssertDraftsOrFaults(TemplateFile main)
    {
        try
        {
            Assert.NotEmpty(TemplateCompiler.Compile([main, Clause], Fill.Shape).Render(new Sheet(), Fill.Stamp));
        }
        catch (InvalidTemplateException exception)
        {
            Assert.NotEmpty(exception.Faults);
        }
    }
}
