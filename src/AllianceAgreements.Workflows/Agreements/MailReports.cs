using System.Collections.Concurrent;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>Takes what a mail service tells of its mails into the records of their agreements, and alerts legal to what did not arrive.</summary>
/// <param name="agreements">The records.</param>
/// <param name="mailer">Sends the alerts.</param>
/// <param name="address">Where an alert points to.</param>
/// <param name="logger">The log.</param>
/// <param name="legal">Whom to alert; nobody when it is null.</param>
public sealed class MailReports(
    AgreementRepository agreements, IMailer mailer, PublicAddress address, ILogger<MailReports> logger, LegalContact? legal = null)
{
    private const int AgreementsAtOnce = 8;

    /// <summary>
    /// Takes reports. What was heard before changes nothing, but the alert that belongs to it is made sure of: whoever calls again after a
    /// failure loses none. Reports about agreements that do not exist, or cannot be read, are left out. One agreement that fails keeps no other
    /// from being told; it is thrown once all have been tried.
    /// </summary>
    /// <returns>How many entries were added to records.</returns>
    public async ValueTask<int> TakeAsync(IReadOnlyList<MailReport> reports, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(reports);
        var added = 0;
        var failures = new ConcurrentQueue<Exception>();
        await Parallel.ForEachAsync(
            reports.GroupBy(report => report.Agreement),
            new ParallelOptions { MaxDegreeOfParallelism = AgreementsAtOnce, CancellationToken = cancellationToken },
            async (agreement, token) =>
            {
                try
                {
                    Interlocked.Add(ref added, await TakeAsync(agreement.Key, [.. agreement], token));
                }
                catch (InvalidDataException exception)
                {
                    // Telling it again would not help, and would have the mail service give up what it tells of the others.
                    logger.ReportsLeftOut(exception, agreement.Key.Value);
                }
                catch (Exception exception) when (!token.IsCancellationRequested)
                {
                    failures.Enqueue(exception);
                }
            });
        if (failures.TryDequeue(out var first))
        {
            throw failures.IsEmpty ? first : new AggregateException([first, .. failures]);
        }

        return added;
    }

    private async ValueTask<int> TakeAsync(AgreementId agreement, IReadOnlyList<MailReport> told, CancellationToken cancellationToken)
    {
        var result = await agreements.ExecuteAsync(agreement, Actor.System, (state, _) => MailRules.Report(state, told), cancellationToken);
        if (result.After is { } state && legal is not null)
        {
            await AlertAsync(state, legal, told, cancellationToken);
        }

        return result.Decision is Decision.Accepted accepted ? accepted.Events.Count : 0;
    }

    private async ValueTask AlertAsync(
        AgreementState state, LegalContact contact, IReadOnlyList<MailReport> told, CancellationToken cancellationToken)
    {
        if (!told.Any(report => report.Outcome.IsFailure()))
        {
            return;
        }

        var failures = (await agreements.ReadRecordAsync(state.Id, cancellationToken))
            .Select(entry => entry.Event)
            .OfType<MailReported>()
            .Where(reported => reported.Outcome.IsFailure() && reported.Category != MailCategories.DeliveryAlert)
            .IntersectBy(told.Select(report => report.EventId), reported => reported.EventId);
        foreach (var failure in failures)
        {
            var mail = MailLayout.Compose(
                new DeliveryAlertMail(state, failure, new Uri(address.BaseUri, $"agreements/{state.Id}")),
                new Participant("legal", "", contact.Name, "", contact.Address),
                MailKeys.DeliveryAlert(state.Id, failure.EventId));
            try
            {
                await mailer.SendObservedAsync(mail, state.Id, cancellationToken);
            }
            catch (MailRefusedException)
            {
                // Asking again would not help, and would keep the mail service from telling anything else.
                logger.AlertRefused(state.Id.Value);
            }
        }
    }
}
