using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Local.Demo;
using AllianceAgreements.Testing.Requests;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>
/// The whole journey of an agreement over real HTTP: legal starts it, an approver asks for changes, legal revises it, everyone approves
/// and signs.
/// </summary>
/// <param name="host">The process it runs in.</param>
/// <param name="repeats">
/// Whether people whose answer a crash ate do again what they did. When not, they only do it again where the record shows that it was
/// never done, and whatever else is left is left to the process.
/// </param>
internal sealed class CrashingJourney(MortalHost host, bool repeats)
{
    private readonly AgreementFolder _folder = new(host.Folder);
    private readonly HashSet<string> _handled = [];

    public static AgreementTerms Terms { get; } = SampleRequests.Accept(SampleRequests.Edited(SampleRequests.NorthAtlanticOncology, """
        $.parties[0].approvers[1] -
        $.parties[1].approvers[2] -
        $.parties[1].approvers[1] -
        $.parties[2].approvers[1] -
        """));

    public static AgreementTerms Revised { get; } = SampleRequests.Accept(CanonicalJson.Write(
        Terms.Request with { Term = Terms.Request.Term with { StructuralReviewMonths = 18 } }));

    public async Task RunAsync()
    {
        await AsLegalAsync(
            legal => legal.StartAsync(Terms.ToUtf8Json(), "start", CancellationToken.None), state => state.Revisions.Count == 1);
        var parties = Terms.Request.Parties.Count;

        var first = (await MailedAsync("approval-request", parties))[0];
        await host.DoAsync(
            server => first.DecideAsync(server, "request-changes", "Please review the structure at another interval."),
            () => IsDone(state => state.Revisions[0].Round!.Approvers.Exists(approver => approver.Choice is not null)));
        await UntilAsync(AgreementStatus.ChangesRequested);

        var id = _folder.ReadAgreement()!.Id;
        await AsLegalAsync(
            legal => legal.ReviseAsync(id.Value, Revised.ToUtf8Json(), "revise", CancellationToken.None), state => state.Revisions.Count == 2);

        foreach (var partner in await MailedAsync("approval-request", parties))
        {
            await host.DoAsync(
                server => partner.DecideAsync(server, "approve", ""),
                () => IsDone(state => state.Latest.Round!.Approvers.Exists(
                    approver => approver.Person.Name == partner.Name && approver.Choice == ApprovalChoice.Approve)));
        }

        foreach (var partner in await MailedAsync("signature-request", parties))
        {
            await host.DoAsync(
                partner.SignAsync,
                () => IsDone(state => state.Signing!.Signatories.Exists(
                    signatory => signatory.Person.Name == partner.Name && signatory.SignedAt is not null)));
        }

        await UntilAsync(AgreementStatus.Archived);
        await host.FinishAsync(id.Value);
    }

    private async Task AsLegalAsync(Func<LegalApi, Task> act, Func<AgreementState, bool> isDone) => await host.DoAsync(
        async server =>
        {
            using var legal = new LegalApi(server, _folder.LegalToken);
            await act(legal);
        },
        () => IsDone(isDone));

    private bool IsDone(Func<AgreementState, bool> isDone) => !repeats && _folder.ReadAgreement() is { } state && isDone(state);

    private Task UntilAsync(AgreementStatus status) =>
        host.UntilAsync(() => _folder.ReadAgreement()?.Status == status, $"the status {status}");

    private async Task<IReadOnlyList<PartnerForm>> MailedAsync(string category, int count)
    {
        IReadOnlyList<DroppedMail> found = [];
        await host.UntilAsync(
            () =>
            {
                found = [.. _folder.Mails.Where(mail => mail.Category == category && !_handled.Contains(mail.Id))];
                return found.Count >= count;
            },
            $"{count} mails of the kind {category}");
        _handled.UnionWith(found.Select(mail => mail.Id));
        return [.. found.Select(mail => new PartnerForm(mail))];
    }
}
