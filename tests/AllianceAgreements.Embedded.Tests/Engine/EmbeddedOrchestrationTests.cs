using AllianceAgreements.Contracts;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Embedded.Tests.Engine;

public sealed class EmbeddedOrchestrationTests : OrchestrationContract
{
    protected override async Task<OrchestrationHarness> StartHostAsync(OrchestrationCatalog catalog) =>
        await EmbeddedHarness.StartAsync(catalog);
}
