using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Mail;
using AllianceAgreements.Workflows.Orchestration;
using AllianceAgreements.Workflows.Orchestrations;

namespace AllianceAgreements.Workflows.Activities;

/// <summary>Tells everyone who was asked to approve or sign how the agreement ended, each person once.</summary>
public sealed class SendConclusionNotices(AgreementRepository agreements, IMailer mailer) : Activity<AgreementStep, Nothing>
{
    /// <summary>The name it is registered under.</summary>
    public static ActivityName<AgreementStep, Nothing> Name { get; } = new("SendConclusionNotices");

    /// <inheritdoc/>
    public override async Task<Nothing> RunAsync(AgreementStep input, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(input);
        var state = await agreements.GetAsync(input.Agreement, cancellationToken);
        foreach (var person in ConclusionNotices.Due(state))
        {
            // Named by the address, since a person may have several roles, and a role several persons over the revisions.
            var address = SHA256.HashData(Encoding.UTF8.GetBytes(person.Email.ToLowerInvariant()));
            var mail = MailLayout.Compose(
                new ConclusionMail(state), person, $"{state.Id}/conclusion/{Convert.ToHexStringLower(address.AsSpan(0, 16))}");
            await mailer.SendAsync(mail, cancellationToken);
            await agreements.ExecuteAsync(
                state.Id,
                Actor.System,
                (current, _) => current.Notified.Contains(person.Email)
                    ? Decision.Nothing
                    : Decision.Accept(new ConclusionNoticeSent(person.Email)),
                cancellationToken);
        }

        return Nothing.Value;
    }
}
