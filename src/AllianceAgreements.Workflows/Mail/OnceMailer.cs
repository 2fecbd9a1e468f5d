using System.Collections.Concurrent;
using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Ports;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>
/// Sends each mail once through a mail service that would send it twice: claims its key before, and marks it as sent after. Two who send the
/// same mail in one process share the sending; in two processes, the second fails in a way that passes. A mail goes out twice only where
/// nobody can know: when the process dies, or the answer is lost, between the mail service's taking the mail and the mark.
/// </summary>
internal sealed class OnceMailer(IMailLedger ledger, IMailTransport transport, TimeProvider time, ILogger<OnceMailer> logger) : IMailer
{
    /// <summary>How long a claim outlives a process that died.</summary>
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

        while (true)
        {
            var own = new Lazy<Task>(() => SendClaimedAsync(mail, keyHash, cancellationToken));
            var current = _sending.GetOrAdd(keyHash, own);
            try
            {
                await current.Value.WaitAsync(cancellationToken);
                return;
            }
            catch (OperationCanceledException) when (current != own && !cancellationToken.IsCancellationRequested)
            {
                // Whoever was sending it was told to stop; this caller was not.
            }
            finally
            {
                if (current == own)
                {
                    _sending.TryRemove(new(keyHash, own));
                }
            }
        }
    }

    private async Task SendClaimedAsync(OutgoingMail mail, string keyHash, CancellationToken cancellationToken)
    {
        switch (await ledger.ClaimAsync(keyHash, ClaimDuration, cancellationToken))
        {
            case MailClaim.Granted claim:
                await SendAsync(mail, claim, cancellationToken);
                await MarkAsync(claim);
                break;
            case MailClaim.Held:
                throw new MailUnavailableException("This mail is being sent by another process, or was by one that died a moment ago.");
        }
    }

    private async Task SendAsync(OutgoingMail mail, MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(SendLimit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            await transport.SendAsync(mail, either.Token);
        }
        catch (Exception exception)
        {
            await ReleaseAsync(claim);
            if (exception is MailRefusedException refusal)
            {
                Remember(claim.KeyHash, refusal);
            }

            if (exception is OperationCanceledException && limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
            {
                throw new MailUnavailableException($"The mail service did not answer within {SendLimit.TotalMinutes} minutes.");
            }

            throw;
        }
    }

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
