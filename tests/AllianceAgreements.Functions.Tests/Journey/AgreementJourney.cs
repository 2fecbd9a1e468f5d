using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Functions.Tests.Journey;

/// <summary>
/// The whole way of an agreement over HTTP: legal starts it, an approver asks for changes, legal revises it, everyone approves and signs.
/// </summary>
/// <param name="product">Where it runs.</param>
/// <param name="kill">What kills it: just after the start, while the first approval mail is being sent, just after a decision, and while drafting,
/// signing and archiving. Null when it lives.</param>
internal sealed class AgreementJourney(ProductHost product, Func<Task>? kill = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly HashSet<string> _answered = [];

    public static AgreementTerms Terms { get; } = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, """
        $.parties[0].approvers[1] -
        $.parties[1].approvers[2] -
        $.parties[1].approvers[1] -
        $.parties[2].approvers[1] -
        """));

    public static AgreementTerms Revised { get; } = SampleRequests.Accept(CanonicalJson.Write(
        Terms.Request with { Term = Terms.Request.Term with { StructuralReviewMonths = 18 } }));

    /// <summary>Runs it until its orchestration has completed; with the agreement's id.</summary>
    public async Task<AgreementId> RunAsync()
    {
        using var legal = new ProductClient(product.Address, "Legal");
        var parties = Terms.Request.Parties.Count;
        var mailing = kill is null ? Task.CompletedTask : product.Mails.LeaveUnansweredAsync("approval-request");
        var id = await legal.StartAgreementAsync(Terms.ToUtf8Json(), "start");
        await KillAsync();
        await KillAsync(mailing);

        var first = (await MailedAsync(id, "approval-request", parties))[0];
        await RecordedAsync<ApprovalRequested>(id, parties);
        using (var partner = Open(first))
        {
            await partner.RequestChangesAsync("Please review the structure at another interval.", CancellationToken.None);
        }

        await KillAsync();
        await legal.WaitForStatusAsync(id, "ChangesRequested");
        var drafting = product.RunsAsync("GenerateDraft");
        await legal.ReviseAsync(id, Revised.ToUtf8Json(), "revise");
        await KillAsync(drafting);

        var approvals = await MailedAsync(id, "approval-request", parties);
        await RecordedAsync<ApprovalRequested>(id, 2 * parties);
        var signing = product.RunsAsync("SendSignatureMail");
        foreach (var mail in approvals)
        {
            using var partner = Open(mail);
            await partner.ApproveAsync(CancellationToken.None);
        }

        await KillAsync(signing);
        var signatures = await MailedAsync(id, "signature-request", parties);
        await RecordedAsync<SignatureRequested>(id, parties);
        var archiving = product.RunsAsync("ArchiveAgreement");
        foreach (var mail in signatures)
        {
            using var partner = Open(mail);
            await partner.SignAsync(CancellationToken.None);
        }

        await KillAsync(archiving);
        await legal.WaitForStatusAsync(id, "Archived");
        using var administrator = new ProductClient(product.Address, "Administrator");
        await administrator.WaitForCompletionAsync(id);
        return AgreementId.Parse(id);
    }

    private async Task KillAsync(Task? moment = null)
    {
        if (kill is not null)
        {
            await (moment ?? Task.CompletedTask).WaitAsync(Patience);
            await kill();
        }
    }

    /// <summary>
    /// Completes when the record holds so many of an event. Who answers a mail before the process that died learns that it was sent is, rightly,
    /// never recorded as asked; people take longer than that.
    /// </summary>
    private async Task RecordedAsync<T>(string id, int count)
    {
        using var patience = new CancellationTokenSource(Patience);
        while ((await product.Stores.ReadRecordAsync(AgreementId.Parse(id))).Count(entry => entry.Event is T) < count)
        {
            await Task.Delay(100, patience.Token);
        }
    }

    private static Partner Open(SentMail mail) => new(mail.ToName, new Uri(mail.Link));

    /// <summary>Mails that nobody has answered yet. One that came twice counts once.</summary>
    private async Task<IReadOnlyList<SentMail>> MailedAsync(string id, string category, int count)
    {
        var open = await product.Mails.WaitForAsync(
            count, mail => mail.Agreement == id && mail.Category == category && !_answered.Contains(mail.Key), Patience);
        _answered.UnionWith(open.Select(mail => mail.Key));
        return open;
    }
}
