using AllianceAgreements.Contracts;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Workflows.Orchestration;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Orchestration;

/// <summary>The contract of the engines, on the real host.</summary>
[Collection(FunctionsHost.Collection)]
public sealed class HostOrchestrationTests(AzuriteServer azurite) : OrchestrationContract
{
    protected override async Task<OrchestrationHarness> StartHostAsync(OrchestrationCatalog catalog)
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        return await HostHarness.StartAsync(catalog, azurite.ConnectionString);
    }
}
