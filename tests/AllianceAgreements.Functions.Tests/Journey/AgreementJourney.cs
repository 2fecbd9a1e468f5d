using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Functions.Tests.Journey;

/// <summary>
/// The whole way of an agreement over HTTP: legal starts it, an approver asks for changes, legal revises it, everyone approves and signs.
/// </summary>
/// <param name="product">Where it runs.</param>
/// <param name="between">What happens between the steps.</param>
internal sealed class AgreementJourney(ProductHost product, Func<Task> between)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _answered = [];

    public static AgreementTerms Terms { get; } = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, """
        $.parties[0].approvers[1] -
        $.parties[1].approvers[2] -
        $.parties[1].approvers[1] -
        $.parties[2].approvers[1] -
        """));

    private static AgreementTerms Revised { get; } = SampleRequests.Accept(CanonicalJson.Write(
        Terms.Request with { Term = Terms.Request.Term with { StructuralReviewMonths = 18 } }));

    /// <summary>Runs it; with the agreement's id.</summary>
    public async Task<string> RunAsync()
    {
        using var legal = product.SignedIn("Legal");
        var parties = Terms.Request.Parties.Count;
        var id = await ProductHost.StartAgreementAsync(legal, Terms.ToUtf8Json(), "start");
        await between();

        var first = (await MailedAsync(id, "approval-request", parties))[0];
        using (var partner = Open(first))
        {
            await partner.RequestChangesAsync("Please review the structure at another interval.", CancellationToken.None);
        }

        await between();
        await ProductHost.WaitForStatusAsync(legal, id, "ChangesRequested");
        await ProductHost.ReviseAsync(legal, id, Revised.ToUtf8Json(), "revise");
        await between();

        foreach (var mail in await MailedAsync(id, "approval-request", parties))
        {
            using var partner = Open(mail);
            await partner.ApproveAsync(CancellationToken.None);
        }

        await between();

        for (var signed = 0; signed < parties;)
        {
            foreach (var mail in await MailedAsync(id, "signature-request", 1))
            {
                using var partner = Open(mail);
                await partner.SignAsync(CancellationToken.None);
                signed++;
            }
        }

        await between();

        await ProductHost.WaitForStatusAsync(legal, id, "Archived");
        return id;
    }

    private static Partner Open(SentMail mail) => new(mail.ToName, new Uri(mail.Link));

    /// <summary>Mails that nobody has answered yet. One that came twice counts once.</summary>
    private async Task<IReadOnlyList<SentMail>> MailedAsync(string id, string category, int count)
    {
        HashSet<string> seen = [];
        var mails = await product.Mails.WaitForAsync(
            count, mail => mail.Agreement == id && mail.Category == category && !_answered.Contains(mail.Key), Patience);
        var open = mails.Where(mail => seen.Add(mail.Key)).ToList();
        _answered.UnionWith(seen);
        return open;
    }
}
