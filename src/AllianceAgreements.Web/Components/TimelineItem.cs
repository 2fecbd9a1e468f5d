using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;

namespace AllianceAgreements.Web.Components;

/// <summary>One line of a timeline: an entry, or a run of requests, reminders, notices or deliveries that say the same of several people.</summary>
/// <param name="Entries">The entries, oldest first; at least one.</param>
internal sealed record TimelineItem(IReadOnlyList<RecordEntry> Entries)
{
    /// <summary>The lines that tell a record, newest first.</summary>
    public static IReadOnlyList<TimelineItem> Of(IReadOnlyList<RecordEntry> entries)
    {
        var items = new List<TimelineItem>();
        foreach (var entry in entries)
        {
            if (items.Count > 0 && IsMailed(entry) && IsMailed(items[^1].Entries[0]) && items[^1].Entries[0].Type == entry.Type)
            {
                items[^1] = new TimelineItem([.. items[^1].Entries, entry]);
            }
            else
            {
                items.Add(new TimelineItem([entry]));
            }
        }

        items.Reverse();
        return items;
    }

    /// <summary>What a run of entries says, in one sentence.</summary>
    public string Summary => Entries[0].Event switch
    {
        ApprovalRequested e => $"{Entries.Count} approvers were asked to approve revision {e.Revision}.",
        ApprovalReminderSent e => $"{Entries.Count} reminders went out to decide on revision {e.Revision}.",
        SignatureRequested => $"{Entries.Count} signatories were asked to sign.",
        SignatureReminderSent => $"{Entries.Count} reminders to sign went out.",
        MailReported => $"{Entries.Count} mails were delivered.",
        _ => $"{Entries.Count} people were told how it ended.",
    };

    private static bool IsMailed(RecordEntry entry) => entry.Event is
        ApprovalRequested or ApprovalReminderSent or SignatureRequested or SignatureReminderSent or ConclusionNoticeSent
        or MailReported { Outcome: MailOutcome.Delivered };
}
