using AllianceAgreements.Workflows.Agreements;
using AllianceAgreements.Workflows.Orchestration;

namespace AllianceAgreements.Workflows.Orchestrations;

/// <summary>How the orchestrations of an agreement wait, and how patient they are.</summary>
internal static class Waiting
{
    /// <summary>Looks at the record are cheap but their history adds up; after so many, an orchestration begins anew.</summary>
    public const int LooksPerRun = 50;

    /// <summary>How long an orchestration with something to do is quiet at most: between two tries of an activity.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);

    /// <summary>Activities wait out an outage of about a day before they fail.</summary>
    public static readonly TaskOptions Patiently = new()
    {
        Retry = new RetryPolicy(40, TimeSpan.FromSeconds(2)) { MaxRetryInterval = LongestPause },
    };

    /// <summary>Mail is tried for about half a minute at a time, so that one mail that fails does not hold up what others decide.</summary>
    private static readonly TaskOptions Briefly = new() { Retry = new RetryPolicy(5, TimeSpan.FromSeconds(2)) };

    private static readonly TimeSpan UntilMailIsTriedAgain = TimeSpan.FromMinutes(15);

    /// <summary>Waits until the record has changed, or the time has come.</summary>
    public static async Task ForChangeOrAsync(OrchestrationContext context, DateTime due)
    {
        using var cancellation = new CancellationTokenSource();
        var changed = context.WaitForExternalEvent<object?>(AgreementWaker.RecordChanged, cancellation.Token);
        await Task.WhenAny(changed, context.CreateTimer(due, cancellation.Token));
        cancellation.Cancel();
    }

    /// <summary>Sends mails; when one fails, waits until the record has changed or it is time to try again.</summary>
    public static async Task SendAsync(OrchestrationContext context, ActivityName<MailStep, Nothing> activity, IEnumerable<MailStep> mails)
    {
        var sent = await Task.WhenAll(mails.Select(mail => TrySendAsync(context, activity, mail)));
        if (!sent.All(succeeded => succeeded))
        {
            await ForChangeOrAsync(context, context.CurrentUtcDateTime + UntilMailIsTriedAgain);
        }
    }

    private static async Task<bool> TrySendAsync(OrchestrationContext context, ActivityName<MailStep, Nothing> activity, MailStep mail)
    {
        try
        {
            await context.CallActivityAsync(activity, mail, Briefly);
            return true;
        }
        catch (TaskFailedException exception)
        {
            context.CreateReplaySafeLogger<MailStep>().MailFailed(
                mail.Agreement.Value, mail.Revision, mail.Person, exception.FailureDetails.ErrorType);
            return false;
        }
    }
}
