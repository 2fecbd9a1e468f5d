using System.Collections.Concurrent;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>
/// Sends each mail once through a mail service that would send it twice: claims its key before, and marks it as sent after. Two who send the
/// same mail in one process share the sending; in two processes, the second fails in a way that passes. A mail goes out twice only where
/// nobody can know: when the process dies, or the answer is lost, between the mail service's taking the mail and the mark; and then not
/// before the claim on it has ended.
/// </summary>
internal sealed class OnceMailer(IMailLedger ledger, IMailTransport transport, TimeProvider time, ILogger<OnceMailer> logger) : IMailer
{
    /// <summary>How long a claim outlives a process that died, or an answer that was lost.</summary>
    public static readonly TimeSpan ClaimDuration = TimeSpan.FromMinutes(5);

    /// <summary>How long the transport may take: so much less than a claim lasts that the clocks of two machines may differ by minutes.</summary>
    public static readonly TimeSpan SendLimit = TimeSpan.FromMinutes(2);

    /// <summary>
    /// How long a refusal is repeated without asking again, in this process: whoever wants the mail sent tries often, and a mail server that is
    /// asked again and again for an address it does not have takes the sender for a spammer.
    /// </summary>
    public static readonly TimeSpan RefusalHolds = TimeSpan.FromHours(1);

    private const int MaximumRefusals = 10_000;

    private readonly ConcurrentDictionary<string, Refusal> _refused = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Lazy<Task>> _sending = new(StringComparer.Ordinal);

    public async ValueTask SendAsync(OutgoingMail mail, CancellationToken cancellationToken)
    {
        OutgoingMail.CheckHeaders(mail);
        var keyHash = MailKeys.HashOf(mail.Key);
        if (_refused.TryGetValue(keyHash, out var refusal) && time.GetUtcNow() < refusal.Until)
        {
            throw new MailRefusedException(refusal.Message, refusal.Status);
        }

        // Shared, and so nobody's to cancel: a caller who gives up while the mail service is being asked would leave it unknown whether it
        // took the mail.
        await _sending.GetOrAdd(keyHash, _ => new Lazy<Task>(() => SendOnceAsync(mail, keyHash))).Value.WaitAsync(cancellationToken);
    }

    private async Task SendOnceAsync(OutgoingMail mail, string keyHash)
    {
        using var limit = new CancellationTokenSource(SendLimit, time);
        try
        {
            switch (await ledger.ClaimAsync(keyHash, ClaimDuration, limit.Token))
            {
                case MailClaim.Granted claim:
                    await SendClaimedAsync(mail, claim, limit.Token);
                    await MarkAsync(claim);
                    break;
                case MailClaim.Held:
                    throw new MailUnavailableException(
                        "This mail is being sent by another process, or was a moment ago by one that died or got no answer.");
            }
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            throw new MailUnavailableException($"The mail was not sent within {SendLimit.TotalMinutes} minutes.") { MayBeTaken = true };
        }
        finally
        {
            _sending.TryRemove(keyHash, out _);
        }
    }

    private async Task SendClaimedAsync(OutgoingMail mail, MailClaim.Granted claim, CancellationToken limit)
    {
        try
        {
            await transport.SendAsync(mail, limit);
        }
        catch (Exception exception) when (IsNotTaken(exception))
        {
            await ReleaseAsync(claim);
            if (exception is MailRefusedException refusal)
            {
                Remember(claim.KeyHash, refusal);
            }

            throw;
        }
    }

    // After anything else the mail may be out, so the claim is left to end by itself: it keeps those who try again from sending it anew at once.
    private static bool IsNotTaken(Exception exception) =>
        exception is MailRefusedException or MailUnavailableException { MayBeTaken: false } or ArgumentException;

    private void Remember(string keyHash, MailRefusedException refusal)
    {
        if (_refused.Count >= MaximumRefusals)
        {
            // Rather ask some again too soon than hold ever more.
            _refused.Clear();
        }

        _refused[keyHash] = new Refusal(time.GetUtcNow() + RefusalHolds, refusal.Message, refusal.Status);
    }

    private async Task MarkAsync(MailClaim.Granted claim)
    {
        try
        {
            await ledger.MarkSentAsync(claim, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The mail is out. To fail now would have it sent again, while going on lets the record remember that it was.
            logger.MailNotMarked(claim.KeyHash, exception.GetType().Name);
        }
    }

    private async Task ReleaseAsync(MailClaim.Granted claim)
    {
        try
        {
            await ledger.ReleaseAsync(claim, CancellationToken.None);
        }
        catch (Exception exception)
        {
            // The claim ends by itself; what the mail service said matters more.
            logger.MailNotReleased(claim.KeyHash, exception.GetType().Name);
        }
    }

    private sealed record Refusal(DateTimeOffset Until, string Message, string? Status);
}
