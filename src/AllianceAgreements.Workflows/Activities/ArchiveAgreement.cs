using AllianceAgreements.Domain.Archive;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Archives an executed agreement: every revision, the signed copies, the record up to the execution, sealed by a manifest.</summary>
public sealed class ArchiveAgreement(
    AgreementRepository agreements, IDocumentStore documents, IArchive archive, ILogger<ArchiveAgreement> logger) : Activity<AgreementStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<AgreementStep, Nothing> Name { get; } = new("ArchiveAgreement");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(AgreementStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var entries = await agreements.ReadRecordAsync(input.Agreement, cancellationToken);
        if (AgreementState.Fold(input.Agreement, entries) is not { Status: AgreementStatus.Executed })
        {
            return Nothing.Value;
        }

        var package = ArchiveBuilder.Build(input.Agreement, entries, documents);
        var result = await WriteAsync(input.Agreement, package, cancellationToken);
        if (result is ArchiveResult.Refused refused)
        {
            throw new InvalidOperationException($"Agreement {input.Agreement} cannot be archived: {refused.Message}");
        }

        await agreements.ExecuteAsync(
            input.Agreement,
            Actor.System,
            (state, _) => state.Status == AgreementStatus.Executed
                ? Decision.Accept(new AgreementArchived(package.ManifestSha256, package.Folder))
                : Decision.Nothing,
            cancellationToken);
        logger.AgreementArchived(input.Agreement.Value, package.Folder);
        return Nothing.Value;
    }

    private async ValueTask<ArchiveResult> WriteAsync(AgreementId agreement, ArchivePackage package, CancellationToken cancellationToken)
    {
        using var span = AgreementSpans.Start("write archive", agreement);
        try
        {
            return await archive.WriteAsync(package.Folder, package.Files, cancellationToken);
        }
        catch (Exception exception)
        {
            span.Failed(exception);
            throw;
        }
    }
}
