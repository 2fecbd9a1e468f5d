using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests;

public sealed class FolderTemplateSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("templates").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private FolderTemplateSource Source => new(new TemplateFolderOptions { Folder = _folder });

    [Fact]
    public async Task LoadAsync_Template_ComesWithItsClausesAndTheirs()
    {
        Write("JointVenture.docx", new Template { Body = P("{{> clauses/a}}", "{{> clauses/a}}"), Header = P("{{> clauses/c}}") });
        Write("clauses/a.docx", P("{{> clauses/b}}"));
        Write("clauses/b.docx", P("{{> clauses/a}}"));
        Write("clauses/c.docx", P("c"));
        Write("clauses/other.docx", P("other"));

        var files = await Source.LoadAsync(AllianceForm.JointVenture, Cancellation);

        Assert.Equal(["JointVenture.docx", "clauses/a.docx", "clauses/c.docx", "clauses/b.docx"], files.Select(file => file.Name));
    }

    [Fact]
    public async Task LoadAsync_FormWithoutTemplate_IsEmpty() => Assert.Empty(await Source.LoadAsync(AllianceForm.EquityAlliance, Cancellation));

    [Fact]
    public async Task LoadAsync_MissingClauseAndDamagedClause_AreBothReported()
    {
        Write("JointVenture.docx", P("{{> clauses/none}}", "{{> clauses/damaged}}"));
        Directory.CreateDirectory(Path.Combine(_folder, "clauses"));
        await File.WriteAllTextAsync(Path.Combine(_folder, "clauses/damaged.docx"), "x", Cancellation);

        var exception = await Assert.ThrowsAsync<InvalidTemplateException>(async () => await Source.LoadAsync(AllianceForm.JointVenture, Cancellation));

        Assert.Equal(["JointVenture.docx", "clauses/damaged.docx"], exception.Faults.Select(fault => fault.File).Order(StringComparer.Ordinal));
        Assert.Contains(exception.Faults, fault => fault.Tag == "{{> clauses/none}}");
    }

    [Fact]
    public async Task LoadAsync_AfterAnEdit_ReadsTheFileAgain()
    {
        Write("JointVenture.docx", P("one"));
        var before = await Source.LoadAsync(AllianceForm.JointVenture, Cancellation);
        Write("JointVenture.docx", P("two"));

        Assert.NotEqual(before[0].Sha256, (await Source.LoadAsync(AllianceForm.JointVenture, Cancellation))[0].Sha256);
    }

    [Fact]
    public async Task ListFormsAsync_Folder_HasTheFormsThatHaveATemplate()
    {
        Write("JointVenture.docx", P("x"));
        Write("Unknown.docx", P("x"));

        Assert.Equal([AllianceForm.JointVenture], await Source.ListFormsAsync(Cancellation));
    }

    [Fact]
    public async Task LoadAsync_TemplatesOfTheProduct_HaveNoFault() =>
        Assert.Equal("JointVenture.docx", (await AgreementDrafts.LoadAsync(AllianceForm.JointVenture, Cancellation))[0].Name);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string name, Template template)
    {
        var path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, template.ToBytes());
    }
}
