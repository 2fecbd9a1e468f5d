using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.DependencyInjection;

namespace AllianceAgreements.Workflows;

/// <summary>Every orchestration and activity of the product; both hosts run from it.</summary>
public static class AgreementCatalog
{
    /// <summary>A catalogue of them all.</summary>
    public static OrchestrationCatalog Create() => new OrchestrationCatalog()
        .AddOrchestrator(AgreementOrchestration.Name, () => new AgreementOrchestration())
        .AddOrchestrator(ApprovalOrchestration.Name, () => new ApprovalOrchestration())
        .AddOrchestrator(SigningOrchestration.Name, () => new SigningOrchestration())
        .AddStep(FindNextRevision.Name, Make<FindNextRevision>)
        .AddStep(GenerateDraft.Name, Make<GenerateDraft>)
        .AddStep(OpenApprovalRound.Name, Make<OpenApprovalRound>)
        .AddStep(EvaluateApprovalRound.Name, Make<EvaluateApprovalRound>)
        .AddStep(SendApprovalMail.Name, Make<SendApprovalMail>)
        .AddStep(OpenSigning.Name, Make<OpenSigning>)
        .AddStep(EvaluateSigning.Name, Make<EvaluateSigning>)
        .AddStep(SendSignatureMail.Name, Make<SendSignatureMail>)
        .AddStep(ArchiveAgreement.Name, Make<ArchiveAgreement>)
        .AddStep(SendConclusionNotices.Name, Make<SendConclusionNotices>);

    private static OrchestrationCatalog AddStep<TInput, TOutput>(
        this OrchestrationCatalog catalog, ActivityName<TInput, TOutput> name, Func<IServiceProvider, Activity<TInput, TOutput>> make)
        where TInput : IAgreementStep => catalog.AddActivity(
            name, services => ActivatorUtilities.CreateInstance<ObservedActivity<TInput, TOutput>>(services, name.Value, make(services)));

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}
