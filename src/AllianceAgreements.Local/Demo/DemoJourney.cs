using System.Text.RegularExpressions;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Mail;

namespace AllianceAgreements.Local.Demo;

/// <summary>
/// Takes a request all the way over real HTTP: legal through the API, every partner through the link in their mail. One approver asks for
/// changes first, so that a revision and a second round are part of the journey.
/// </summary>
internal sealed partial class DemoJourney(LegalApi legal, MailDrop mails, TimeProvider time, Func<string, Task> report)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly HashSet<string> _handled = new(StringComparer.Ordinal);

    /// <summary>Runs the journey; returns the agreement's id.</summary>
    public async Task<string> RunAsync(AgreementTerms terms, CancellationToken cancellationToken)
    {
        foreach (var earlier in mails.NewestFirst())
        {
            _handled.Add(earlier.Id);
        }

        var approvers = terms.Request.Parties.Sum(party => party.Approvers.Count);
        var (id, reference) = await legal.StartAsync(terms.ToUtf8Json(), NewKey(), cancellationToken);
        await report($"Started {reference}: {terms.Request.Title}");

        await RequestChangesAsync(await AwaitMailsAsync("approval-request", approvers, cancellationToken), cancellationToken);
        await AwaitStatusAsync(id, "ChangesRequested", cancellationToken);
        await legal.ReviseAsync(id, Revise(terms), NewKey(), cancellationToken);
        await report("Legal handed in revision 2; approvals of revision 1 are void");

        await ApproveAsync(await AwaitMailsAsync("approval-request", approvers, cancellationToken), cancellationToken);
        await SignAsync(terms.Request.Parties.Count, cancellationToken);
        await AwaitStatusAsync(id, "Archived", cancellationToken);
        await report("Archived");
        return id;
    }

    private async Task RequestChangesAsync(IReadOnlyList<DroppedMail> requests, CancellationToken cancellationToken)
    {
        await report($"Drafted revision 1 and asked {requests.Count} approvers by mail");
        using var partner = Open(requests[0]);
        await partner.RequestChangesAsync("Please review the structure of the alliance at another interval.", cancellationToken);
        await report($"{requests[0].ToName} asked for changes");
    }

    private async Task ApproveAsync(IReadOnlyList<DroppedMail> requests, CancellationToken cancellationToken)
    {
        await report($"Drafted revision 2 and asked {requests.Count} approvers by mail");
        foreach (var request in requests)
        {
            using var partner = Open(request);
            await partner.ApproveAsync(cancellationToken);
            await report($"{request.ToName} approved");
        }
    }

    private async Task SignAsync(int signatories, CancellationToken cancellationToken)
    {
        for (var signed = 0; signed < signatories;)
        {
            foreach (var request in await AwaitMailsAsync("signature-request", 1, cancellationToken))
            {
                using var partner = Open(request);
                await partner.SignAsync(cancellationToken);
                await report($"{request.ToName} signed and uploaded the signed copy");
                signed++;
            }
        }
    }

    private static byte[] Revise(AgreementTerms terms)
    {
        var term = terms.Request.Term;
        return CanonicalJson.Write(terms.Request with
        {
            Term = term with { StructuralReviewMonths = term.StructuralReviewMonths == 12 ? 18 : 12 },
        });
    }

    private static string NewKey() => Guid.NewGuid().ToString();

    private static Partner Open(DroppedMail mail) => new(mail.ToName, new Uri(Link().Match(mail.Text).Value));

    private async Task<IReadOnlyList<DroppedMail>> AwaitMailsAsync(string category, int count, CancellationToken cancellationToken)
    {
        IReadOnlyList<DroppedMail> found = [];
        await UntilAsync(
            () =>
            {
                found = [.. mails.NewestFirst().Where(mail => mail.Category == category && !_handled.Contains(mail.Id)).Reverse()];
                return Task.FromResult(found.Count >= count);
            },
            $"{count} mails of the kind {category}",
            cancellationToken);
        _handled.UnionWith(found.Select(mail => mail.Id));
        return found;
    }

    private Task AwaitStatusAsync(string id, string status, CancellationToken cancellationToken) => UntilAsync(
        async () => await legal.GetStatusAsync(id, cancellationToken) == status, $"the status {status}", cancellationToken);

    private async Task UntilAsync(Func<Task<bool>> isSo, string what, CancellationToken cancellationToken)
    {
        var start = time.GetTimestamp();
        while (!await isSo())
        {
            if (time.GetElapsedTime(start) > Patience)
            {
                throw new TimeoutException($"Waited {Patience.TotalSeconds:0} seconds in vain for {what}.");
            }

            await Task.Delay(TimeSpan.FromMilliseconds(50), time, cancellationToken);
        }
    }

    [GeneratedRegex("^https?://\\S+$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();
}
