using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Workflows.Telemetry;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>What people do with agreements: every command of the pages and the API. Each decides on the record first and wakes the orchestration after.</summary>
public sealed class AgreementService(
    AgreementRepository agreements, AgreementWaker waker, IDocumentStore documents, ITemplateSource templates, PinnedTemplates pinnedTemplates,
    TimeProvider time)
{
    /// <summary>Starts an agreement.</summary>
    /// <param name="terms">Its terms.</param>
    /// <param name="caller">Who calls, as far as idempotency keys go ("legal").</param>
    /// <param name="idempotencyKey">1 to 255 characters; the same caller, key and terms start one agreement. Null always starts a new one.</param>
    /// <param name="actor">Who starts it.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<StartResult> StartAsync(
        AgreementTerms terms, string caller, string? idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        var id = idempotencyKey is null ? AgreementId.New() : AgreementId.FromIdempotencyKey(caller, idempotencyKey);
        using var span = AgreementSpans.Start("StartAgreement", id);
        var files = await templates.LoadAsync(terms.Request.Form, cancellationToken);
        if (files.Count == 0)
        {
            var forms = await templates.ListFormsAsync(cancellationToken);
            return new StartResult.Rejected(
                [new Fault("$.form", $"is {terms.Request.Form}, for which there is no template yet; give one of: {string.Join(", ", forms)}")]);
        }

        var pinned = await pinnedTemplates.StoreAsync(files, cancellationToken);
        var stored = await StoreTermsAsync(id, 1, terms, cancellationToken);
        var state = await agreements.BeginAsync(
            id,
            now => new AgreementStarted(
                id.ToReference(now.Year), terms.Request.Form, terms.Request.Title,
                [.. terms.Request.Parties.Select(party => new PartyName(party.ShortName, party.LegalName))],
                stored, pinned),
            actor,
            cancellationToken)
            ?? await agreements.GetAsync(id, cancellationToken);

        if (state.Revisions[0].Terms.Sha256 != stored.Sha256)
        {
            return new StartResult.KeyReused();
        }

        await waker.EnsureStartedAsync(id, CancellationToken.None);
        return new StartResult.Started(state);
    }

    /// <summary>Hands in revised terms: a new revision, a new draft, a new round; everything approved before is void.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="terms">The revised terms.</param>
    /// <param name="caller">Who calls, as far as idempotency keys go.</param>
    /// <param name="idempotencyKey">As in <see cref="StartAsync"/>.</param>
    /// <param name="actor">Who revises.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<ReviseResult> ReviseAsync(
        AgreementId id, AgreementTerms terms, string caller, string? idempotencyKey, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(terms);
        using var span = AgreementSpans.Start("ReviseAgreement", id);
        if (await agreements.FindAsync(id, cancellationToken) is not { } current)
        {
            return new ReviseResult.Done(Decision.Refuse(RefusalReason.NotFound, "There is no such agreement."), null);
        }

        var faults = Revising.Check(await ReadTermsAsync(documents, current, current.Latest, cancellationToken), terms);
        if (faults.Count > 0)
        {
            return new ReviseResult.Rejected(faults);
        }

        var stored = await StoreTermsAsync(id, current.Latest.Number + 1, terms, cancellationToken);
        var requestKey = idempotencyKey is null
            ? null
            : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"revision\n{caller}\n{idempotencyKey}")));
        var result = await agreements.ExecuteAsync(
            id,
            actor,
            (state, _) => IsStoredFor(state, current, requestKey)
                ? AgreementRules.Revise(state, terms.Request.Title, stored, requestKey)
                : Decision.Refuse(RefusalReason.WrongState, "Somebody else revised this agreement at the same moment. Look at their revision first."),
            cancellationToken);
        span.Decided(result.Decision);
        await WakeAsync(result);
        return new ReviseResult.Done(result.Decision, result.After);
    }

    /// <summary>Takes an agreement back.</summary>
    public ValueTask<CommandResult> WithdrawAsync(AgreementId id, string reason, Actor actor, CancellationToken cancellationToken) =>
        CommandAsync("WithdrawAgreement", id, actor, (state, _) => AgreementRules.Withdraw(state, reason), cancellationToken);

    /// <summary>Takes an approver's decision.</summary>
    public ValueTask<CommandResult> DecideAsync(AgreementId id, ApprovalDecision decision, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return CommandAsync(
            "DecideApproval", id, new Actor(ActorKind.Partner, decision.TypedName.Trim()), (state, now) => ApprovalRules.Decide(state, decision, now),
            cancellationToken);
    }

    /// <summary>Takes a signed copy that <see cref="IUploadInspector"/> accepted.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="upload">What was handed in.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    public async ValueTask<CommandResult> SignAsync(AgreementId id, SignedCopyUpload upload, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(upload);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(upload.Content.Span));
        var current = await agreements.FindAsync(id, cancellationToken);
        var copy = new DocumentReference(
            DocumentKind.SignedCopy, DocumentNames.SignedCopy(current, upload.Signatory, upload.Kind), sha256, upload.Content.Length);
        Decision Sign(AgreementState state, DateTimeOffset now) =>
            SigningRules.Sign(state, upload.Signatory, copy, upload.TypedName, upload.NetworkAddress, now);

        // Only a copy that will be taken is stored, or a link could be used to fill the store.
        var decision = current is null
            ? Decision.Refuse(RefusalReason.NotFound, "There is no such agreement.")
            : Sign(current, time.GetUtcNow());
        if (decision is not Decision.Accepted)
        {
            var result = new CommandResult(decision, current, current);
            await WakeAsync(result);
            return result;
        }

        await documents.PutAsync(DocumentFolder.ForSignedCopies(id), upload.Content, cancellationToken);
        return await CommandAsync("SignAgreement", id, new Actor(ActorKind.Partner, upload.TypedName.Trim()), Sign, cancellationToken);
    }

    internal static async ValueTask<AgreementTerms> ReadTermsAsync(
        IDocumentStore documents, AgreementState state, Revision revision, CancellationToken cancellationToken) =>
        AgreementTerms.FromStored(await documents.ReadAsync(
            DocumentFolder.ForRevision(state.Id, revision.Number), revision.Terms.Sha256, cancellationToken));

    private static bool IsStoredFor(AgreementState state, AgreementState stored, string? requestKey) =>
        state.Latest.Number == stored.Latest.Number || state.Revisions.Exists(revision => requestKey is not null && revision.RequestKey == requestKey);

    private async ValueTask<DocumentReference> StoreTermsAsync(
        AgreementId id, int revision, AgreementTerms terms, CancellationToken cancellationToken)
    {
        var json = terms.ToUtf8Json();
        var sha256 = await documents.PutAsync(DocumentFolder.ForRevision(id, revision), json, cancellationToken);
        return new DocumentReference(DocumentKind.Terms, "terms.json", sha256, json.Length);
    }

    private async ValueTask<CommandResult> CommandAsync(
        string name, AgreementId id, Actor actor, Func<AgreementState, DateTimeOffset, Decision> decide, CancellationToken cancellationToken)
    {
        using var span = AgreementSpans.Start(name, id);
        var result = await agreements.ExecuteAsync(id, actor, decide, cancellationToken);
        span.Decided(result.Decision);
        await WakeAsync(result);
        return result;
    }

    private async ValueTask WakeAsync(CommandResult result)
    {
        // A repeated command wakes again: the first wake-up may be what got lost. And a caller who hangs up once the
        // command is in the record must not leave the orchestration asleep.
        if (result is { Decision: not Decision.Refused, Before: { } before })
        {
            await waker.WakeAsync(before, CancellationToken.None);
        }
    }
}

/// <summary>A signed copy, as handed in.</summary>
/// <param name="Signatory">The signatory's key.</param>
/// <param name="Kind">What the file is, by its content.</param>
/// <param name="Content">The file.</param>
/// <param name="TypedName">The name the signatory typed.</param>
/// <param name="NetworkAddress">Where it came from, if known.</param>
public sealed record SignedCopyUpload(
    string Signatory, UploadKind Kind, ReadOnlyMemory<byte> Content, string TypedName, string? NetworkAddress);

/// <summary>What became of a start.</summary>
public abstract record StartResult
{
    private StartResult()
    {
    }

    /// <summary>The agreement was started, now or by an earlier call with the same key and terms.</summary>
    public sealed record Started(AgreementState Agreement) : StartResult;

    /// <summary>The terms cannot be started.</summary>
    public sealed record Rejected(IReadOnlyList<Fault> Faults) : StartResult;

    /// <summary>The idempotency key was used before, for other terms.</summary>
    public sealed record KeyReused : StartResult;
}

/// <summary>What became of a revision.</summary>
public abstract record ReviseResult
{
    private ReviseResult()
    {
    }

    /// <summary>It was decided on.</summary>
    public sealed record Done(Decision Decision, AgreementState? Agreement) : ReviseResult;

    /// <summary>The terms cannot revise this agreement.</summary>
    public sealed record Rejected(IReadOnlyList<Fault> Faults) : ReviseResult;
}
