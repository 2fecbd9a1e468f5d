using AllianceAgreements.Workflows.Activities;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
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
        .AddActivity(FindNextRevision.Name, Make<FindNextRevision>)
        .AddActivity(GenerateDraft.Name, Make<GenerateDraft>)
        .AddActivity(OpenApprovalRound.Name, Make<OpenApprovalRound>)
        .AddActivity(EvaluateApprovalRound.Name, Make<EvaluateApprovalRound>)
        .AddActivity(SendApprovalMail.Name, Make<SendApprovalMail>)
        .AddActivity(OpenSigning.Name, Make<OpenSigning>)
        .AddActivity(EvaluateSigning.Name, Make<EvaluateSigning>)
        .AddActivity(SendSignatureMail.Name, Make<SendSignatureMail>)
        .AddActivity(ArchiveAgreement.Name, Make<ArchiveAgreement>)
        .AddActivity(SendConclusionNotices.Name, Make<SendConclusionNotices>);

    private static T Make<T>(IServiceProvider services) => ActivatorUtilities.CreateInstance<T>(services);
}
