using System.Text.Json.Nodes;
using AllianceAgreements.Bench.Documents.Sketches;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Local.Commands;
using AllianceAgreements.Local.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Bench.Documents;

/// <summary>What the benchmarks of documents work with: the services as the product composes them, a request, and the templates.</summary>
internal sealed class Workbench : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly DraftingInput _input;

    private Workbench(ServiceProvider services, AgreementTerms terms, IReadOnlyList<TemplateFile> agreement)
    {
        (_services, Agreement) = (services, agreement);
        _input = new DraftingInput(terms, "AA-2026-7F3K-9Q2M", 1);
        Request = JsonNode.Parse(terms.ToUtf8Json())!.AsObject();
        Sketch = new SketchTemplates(agreement[0].Content, SketchSource.Create(OutputCheck.DocumentOf(DraftAgreement())));
        SketchFiles = [new TemplateFile("sketch.docx", Sketch.Create(Dialect.Product))];
    }

    /// <summary>The request, as it is stored.</summary>
    public JsonObject Request { get; }

    /// <summary>The template that peers can fill, too.</summary>
    public SketchTemplates Sketch { get; }

    /// <summary>The same, in this product's tags.</summary>
    public IReadOnlyList<TemplateFile> SketchFiles { get; }

    /// <summary>The product's own templates of the request's form.</summary>
    public IReadOnlyList<TemplateFile> Agreement { get; }

    public IDrafter Drafter => _services.GetRequiredService<IDrafter>();

    public IDocumentPreview Preview => _services.GetRequiredService<IDocumentPreview>();

    public IRedliner Redliner => _services.GetRequiredService<IRedliner>();

    public static string RequestPath => Path.Combine(LocalPaths.Samples, "four-rivers-strategic-alliance.json");

    public static async Task<Workbench> CreateAsync()
    {
        var terms = await RequestFile.ReadAsync(RequestPath, CancellationToken.None);
        var services = FormTemplates.CreateServices(LocalPaths.Templates);
        var files = await services.GetRequiredService<ITemplateSource>().LoadAsync(terms.Request.Form, CancellationToken.None);
        return new Workbench(services, terms, files);
    }

    /// <summary>A draft of the template that peers can fill, too: content controls, carried terms and numbers included.</summary>
    public byte[] DraftSketch() => Drafter.Draft(SketchFiles, _input);

    /// <summary>A draft of the product's own templates.</summary>
    public byte[] DraftAgreement() => Drafter.Draft(Agreement, _input);

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
