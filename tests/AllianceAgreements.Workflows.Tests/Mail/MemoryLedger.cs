using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests.Mail;

/// <summary>A ledger that several mailers share, as processes share a store.</summary>
internal sealed class MemoryLedger : IMailLedger
{
    private readonly Lock _gate = new();

    public Dictionary<string, string> Claimed { get; } = [];

    public HashSet<string> Sent { get; } = [];

    public bool FailMarks { get; set; }

    public bool FailReleases { get; set; }

    /// <summary>As if so much time had passed that every claim counts as given up.</summary>
    public void EndClaims()
    {
        lock (_gate)
        {
            Claimed.Clear();
        }
    }

    public ValueTask<MailClaim> ClaimAsync(string keyHash, TimeSpan duration, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (Sent.Contains(keyHash))
            {
                return ValueTask.FromResult<MailClaim>(new MailClaim.Sent());
            }

            var token = Guid.NewGuid().ToString();
            return ValueTask.FromResult<MailClaim>(
                Claimed.TryAdd(keyHash, token) ? new MailClaim.Granted(keyHash, token) : new MailClaim.Held());
        }
    }

    public ValueTask MarkSentAsync(MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (FailMarks)
            {
                throw new IOException("The store is away.");
            }

            Claimed.Remove(claim.KeyHash);
            Sent.Add(claim.KeyHash);
            return ValueTask.CompletedTask;
        }
    }

    public ValueTask ReleaseAsync(MailClaim.Granted claim, CancellationToken cancellationToken)
    {
        lock (_gate)
        {
            if (FailReleases)
            {
                throw new IOException("The store is away.");
            }

            Claimed.Remove(claim.KeyHash);
            return ValueTask.CompletedTask;
        }
    }
}
