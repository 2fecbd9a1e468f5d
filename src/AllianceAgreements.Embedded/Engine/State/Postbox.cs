using AllianceAgreements.Embedded.Engine.Replay;
using AllianceAgreements.Embedded.Engine.Storage;

namespace AllianceAgreements.Embedded.Engine.State;

/// <summary>Puts messages into inboxes, and makes ready the instances that may take them in now.</summary>
internal sealed class Postbox(EngineTables tables)
{
    /// <param name="receiver">An ended one gets nothing.</param>
    /// <param name="run">The run the message is meant for; null for any.</param>
    /// <param name="message">Dated now.</param>
    /// <param name="traceParent">The span it is sent in, if anybody traces.</param>
    public void Deliver(InstanceRow receiver, int? run, HistoryEvent message, string? traceParent = null)
    {
        if (receiver.HasEnded)
        {
            return;
        }

        tables.Inbox.Add(receiver.Key, run, message, traceParent);
        if (Intake.IsControl(message.Type) || (!receiver.IsSuspended && !receiver.IsHeld(message.At)))
        {
            tables.Ready.Add(receiver.Key);
        }
    }
}
