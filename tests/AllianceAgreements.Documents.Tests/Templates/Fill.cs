using AllianceAgreements.Documents.Rendering;
using AllianceAgreements.Documents.Templates.Compiling;
using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Fills templates.</summary>
internal static class Fill
{
    public static ObjectShape Shape { get; } = ShapeReader.Read(typeof(Sheet), RequestJson.Options);

    public static DraftStamp Stamp { get; } = new(new DateOnly(2027, 1, 1), Revision: 3, Reference: "AA-1", Terms: "{}"u8.ToArray());

    /// <summary>The draft; it is checked as a Word document.</summary>
    public static Filled With(Template template, Sheet? data = null, params (string Name, Template Template)[] clauses) =>
        new(ToBytes(template, data, clauses));

    /// <summary>The draft of one paragraph, as its text.</summary>
    public static string Text(string paragraph, Sheet? data = null) => Assert.Single(With(Xml.P(paragraph), data).Paragraphs);

    public static byte[] ToBytes(Template template, Sheet? data = null, params (string Name, Template Template)[] clauses) =>
        Compile(template, clauses).Render(data ?? new Sheet(), Stamp);

    /// <summary>Everything that is wrong, at least one thing.</summary>
    public static IReadOnlyList<TemplateFault> Faults(Template template, Sheet? data = null, params (string Name, Template Template)[] clauses) =>
        Assert.Throws<InvalidTemplateException>(() => ToBytes(template, data, clauses)).Faults;

    /// <summary>The one thing that is wrong.</summary>
    public static TemplateFault Fault(Template template, Sheet? data = null, params (string Name, Template Template)[] clauses) =>
        Assert.Single(Faults(template, data, clauses));

    private static CompiledTemplate Compile(Template template, (string Name, Template Template)[] clauses) =>
        TemplateCompiler.Compile([template.ToFile(), .. clauses.Select(clause => clause.Template.ToFile($"clauses/{clause.Name}.docx"))], Shape);
}
