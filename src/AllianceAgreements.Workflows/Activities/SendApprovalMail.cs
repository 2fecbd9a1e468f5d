using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Sends an approver the request, or the next reminder, if it is due.</summary>
public sealed class SendApprovalMail(
    AgreementRepository agreements, IMailer mailer, MailReports reports, PartnerLinks links, TimeProvider time) : Activity<MailStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<MailStep, Nothing> Name { get; } = new("SendApprovalMail");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(MailStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        if (ApprovalRules.Evaluate(state, input.Revision, time.GetUtcNow()) is not ApprovalEvaluation.Open { MailDue: var due }
            || !due.Contains(input.Person))
        {
            return Nothing.Value;
        }

        var round = state.FindRevision(input.Revision)!.Round!;
        var approver = round.Find(input.Person)!;
        var number = approver.RequestedAt is null ? 0 : approver.Reminders + 1;
        var link = links.Review(state.Id, input.Revision, input.Person);
        IMail mail = number == 0
            ? new ApprovalRequestMail(state, round, approver.Person, link, links.Changes(state.Id, input.Revision, input.Person))
            : new ApprovalReminderMail(state, round, approver.Person, link);
        await mailer.SendAsync(
            MailLayout.Compose(mail, approver.Person, MailKeys.Approval(state.Id, input.Revision, input.Person, number)), state.Id, reports, time,
            cancellationToken);
        await agreements.ExecuteAsync(
            state.Id, Actor.System, (current, _) => ApprovalRules.RecordMail(current, input.Revision, input.Person, number), cancellationToken);
        return Nothing.Value;
    }
}
