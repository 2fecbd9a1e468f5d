using System.Reflection;
using AllianceAgreements.Functions.Orchestration;
using AllianceAgreements.Workflows;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Orchestration;

public sealed class CatalogFunctionsTests
{
    private readonly OrchestrationCatalog _catalog = AgreementCatalog.Create();

    [Fact]
    public void Register_EveryEntryOfTheCatalogue_IsAFunctionOfItsName()
    {
        var builder = Host.CreateEmptyApplicationBuilder(settings: null);
        builder.Services.AddLogging().AddSingleton(_catalog).AddDurableFunctions();
        using var host = builder.Build();

        var registry = host.Services.GetRequiredService<IOptions<DurableTaskRegistry>>().Value;

        Assert.NotEmpty(_catalog.Orchestrators);
        Assert.NotEmpty(_catalog.Activities);
        Assert.Equal(_catalog.Orchestrators.Keys.Order(), registry.GetOrchestrators().Select(entry => entry.Key.Name).Order());
        Assert.Equal(_catalog.Activities.Keys.Order(), registry.GetActivities().Select(entry => entry.Key.Name).Order());
    }

    [Fact]
    public void Functions_TriggersAndCatalogue_HaveNoNameTwice()
    {
        var triggers = typeof(HostClient).Assembly.GetTypes().SelectMany(type => type.GetMethods())
            .Select(method => method.GetCustomAttribute<FunctionAttribute>()?.Name).OfType<string>().ToList();

        Assert.Equal(["NightlyPurge", "NightlySweep", "Sweep", "Web"], triggers.Order());
        Assert.Distinct(triggers.Concat(_catalog.Orchestrators.Keys).Concat(_catalog.Activities.Keys), StringComparer.OrdinalIgnoreCase);
    }
}
