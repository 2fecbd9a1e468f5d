using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Domain.Signing;

/// <summary>The rules of signing: each signatory hands in a signed copy, all at once or in order, before a deadline.</summary>
public static class SigningRules
{
    /// <summary>Opens signing of the approved revision.</summary>
    public static Decision Open(AgreementState state, AgreementTerms terms, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(terms);
        if (state.Signing is not null || state.Status != AgreementStatus.InApproval
            || state.Latest.Round is not { Outcome: ApprovalOutcome.Approved } round)
        {
            return Decision.Nothing;
        }

        var policy = terms.Request.SigningPolicy;
        var signatories = terms.Request.Parties
            .Select((party, index) => (Party: party, Key: $"signatory-{index + 1}"))
            .OrderBy(entry => entry.Party.Role == PartyRole.Lead)
            .Select(entry => new Participant(
                entry.Key, entry.Party.ShortName, entry.Party.Signatory.Name, entry.Party.Signatory.Title, entry.Party.Signatory.Email));
        return Decision.Accept(new SigningOpened(
            round.Revision, round.DocumentSha256, [.. signatories], policy.Order, now.AddDays(policy.DeadlineDays), policy.ReminderDays));
    }

    /// <summary>Takes a signed copy that was inspected and stored.</summary>
    /// <param name="state">The agreement.</param>
    /// <param name="signatory">The signatory's key.</param>
    /// <param name="copy">The copy.</param>
    /// <param name="typedName">The name the signatory typed.</param>
    /// <param name="networkAddress">Where it came from, if known.</param>
    /// <param name="now">The time.</param>
    public static Decision Sign(
        AgreementState state, string signatory, DocumentReference copy, string typedName, string? networkAddress, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ArgumentNullException.ThrowIfNull(copy);
        if (CanSign(state, signatory, now) is { } answer)
        {
            return answer;
        }

        if (!TypedName.IsAcceptable(typedName))
        {
            return Decision.Refuse(RefusalReason.Invalid, TypedName.Requirement);
        }

        return copy.Sha256 == (state.Signing!.CopyFor(signatory)?.Sha256 ?? state.Signing.DocumentSha256)
            ? Decision.Refuse(RefusalReason.Invalid, "This is the file you downloaded, unchanged. Sign it and upload the signed copy.")
            : Decision.Accept(new Signed(signatory, copy, typedName.Trim(), networkAddress));
    }

    /// <summary>Why a signatory cannot sign now: <see cref="Decision.NothingToDo"/> who signed before, a refusal, or null when nothing stands in the way.</summary>
    public static Decision? CanSign(AgreementState state, string signatory, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Signing is not { } signing || signing.Find(signatory) is not { } person)
        {
            return Decision.Refuse(RefusalReason.NotFound, "There is no such signature request.");
        }

        if (person.SignedAt is not null)
        {
            return Decision.Nothing;
        }

        if (state.Status != AgreementStatus.Signing)
        {
            return Decision.Refuse(RefusalReason.WrongState, "Signing is closed, so no signed copy can be taken any more.");
        }

        if (now >= signing.Deadline)
        {
            return Decision.Refuse(RefusalReason.WrongState, "The time to sign has run out.");
        }

        return signing.Turn.Any(turn => turn.Person.Key == signatory)
            ? null
            : Decision.Refuse(RefusalReason.WrongState, "It is not your turn to sign yet; you will be sent a link when it is.");
    }

    /// <summary>Looks at the signatures: executes or expires the agreement if that is fixed, else tells who is to be mailed now and when to look again.</summary>
    public static SigningEvaluation Evaluate(AgreementState state, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Signing is not { } signing || state.Status != AgreementStatus.Signing)
        {
            return new SigningEvaluation.Closed(state.ExecutedPosition is not null, []);
        }

        if (signing.IsComplete)
        {
            return new SigningEvaluation.Closed(true, [new AgreementExecuted(signing.Revision, signing.DocumentSha256)]);
        }

        if (now >= signing.Deadline)
        {
            return new SigningEvaluation.Closed(false, [new SigningExpired()]);
        }

        var schedules = signing.Turn.ToDictionary(
            signatory => signatory.Person.Key,
            signatory => new ReminderSchedule(signing.ReminderEvery, signatory.RequestedAt, signatory.RemindedAt));
        return new SigningEvaluation.Open(
            [.. schedules.Where(entry => entry.Value.IsDue(now)).Select(entry => entry.Key)],
            schedules.Values.Select(schedule => schedule.Next(now)).Append(signing.Deadline).Min());
    }

    /// <summary>Records that a signatory was sent the request (number 0) or a reminder (from 1).</summary>
    public static Decision RecordMail(AgreementState state, string signatory, int number)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Signing?.Find(signatory) switch
        {
            { RequestedAt: null } when number == 0 => Decision.Accept(new SignatureRequested(signatory)),
            { RequestedAt: not null } person when number == person.Reminders + 1 =>
                Decision.Accept(new SignatureReminderSent(signatory, number)),
            _ => Decision.Nothing,
        };
    }
}

/// <summary>What a look at the signatures found.</summary>
public abstract record SigningEvaluation
{
    private SigningEvaluation()
    {
    }

    /// <summary>Signing is over, or is to be ended by appending <paramref name="Events"/>.</summary>
    /// <param name="Executed">Whether every signature is in.</param>
    /// <param name="Events">What to append; empty when it is over already.</param>
    public sealed record Closed(bool Executed, IReadOnlyList<AgreementEvent> Events) : SigningEvaluation;

    /// <summary>Signatures are missing.</summary>
    /// <param name="MailDue">Keys of the signatories to be sent the request, or the next reminder, now.</param>
    /// <param name="NextDue">When to look again, at the latest.</param>
    public sealed record Open(IReadOnlyList<string> MailDue, DateTimeOffset NextDue) : SigningEvaluation;
}
