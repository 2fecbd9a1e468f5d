using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Domain.Tests.Record;

/// <summary>Leads an agreement through its life by the rules alone: every step asks a rule, and appends what it answers.</summary>
internal sealed class ScriptedAgreement
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Actor Legal = new(ActorKind.Legal, "Legal team");

    private ScriptedAgreement(AgreementTerms terms) => Terms = terms;

    public AgreementId Id { get; } = AgreementId.FromIdempotencyKey("tests", "one");

    public List<RecordEntry> Entries { get; } = [];

    public AgreementState State { get; private set; } = null!;

    public MemoryDocumentStore Documents { get; } = new();

    public AgreementTerms Terms { get; }

    public DateTimeOffset Now { get; set; } = Start;

    public ApprovalRound Round => State.Latest.Round!;

    public static ScriptedAgreement Begin(SigningOrder order = SigningOrder.Parallel, Func<AgreementRequest, AgreementRequest>? change = null)
    {
        var agreement = new ScriptedAgreement(SampleTerms(order, change ?? (request => request)));
        agreement.Append(new AgreementStarted(
            agreement.Id.ToReference(Start.Year), agreement.Terms.Request.Form, agreement.Terms.Request.Title,
            [.. agreement.Terms.Request.Parties.Select(party => new PartyName(party.ShortName, party.LegalName))],
            agreement.Store(DocumentFolder.ForRevision(agreement.Id, 1), DocumentKind.Terms, "terms.json", "terms 1"), []));
        return agreement;
    }

    /// <summary>Up to an open round of approval.</summary>
    public static ScriptedAgreement InApproval(SigningOrder order = SigningOrder.Parallel)
    {
        var agreement = Begin(order);
        agreement.Draft();
        agreement.OpenRound();
        return agreement;
    }

    /// <summary>Up to open signing.</summary>
    public static ScriptedAgreement InSigning(SigningOrder order = SigningOrder.Parallel)
    {
        var agreement = InApproval(order);
        agreement.ApproveByAll();
        agreement.OpenSigning();
        return agreement;
    }

    /// <summary>The whole way, with a round of changes and a withdrawn approval in it.</summary>
    public static ScriptedAgreement Executed(SigningOrder order = SigningOrder.Sequential)
    {
        var agreement = InApproval(order);
        agreement.RequestByMail();
        agreement.Decide("approver-1-1", ApprovalChoice.Approve);
        agreement.Decide("approver-2-1", ApprovalChoice.RequestChanges);
        agreement.Evaluate();
        agreement.Revise();
        agreement.Draft();
        agreement.OpenRound();
        agreement.ApproveByAll();
        agreement.OpenSigning();
        foreach (var signatory in agreement.State.Signing!.Signatories)
        {
            agreement.Sign(signatory.Person.Key);
        }

        agreement.EvaluateSigning();
        return agreement;
    }

    public void Append(AgreementEvent @event, Actor? actor = null)
    {
        Now = Now.AddMinutes(1);
        var entry = RecordEntry.After(Entries.LastOrDefault(), @event, actor ?? Legal, Now);
        Entries.Add(entry);
        State = State is null ? AgreementState.Fold(Id, [entry])! : State.Apply(entry);
    }

    public Decision Do(Decision decision)
    {
        foreach (var @event in decision is Decision.Accepted accepted ? accepted.Events : [])
        {
            Append(@event);
        }

        return decision;
    }

    public Decision Draft()
    {
        var number = State.Latest.Number;
        var document = Store(DocumentFolder.ForRevision(Id, number), DocumentKind.Draft, $"revision {number}.docx", $"draft {number}");
        var redline = number == 1 ? null : new RevisionRedline(
            number - 1, Store(DocumentFolder.ForRevision(Id, number), DocumentKind.Redline, $"changes {number}.docx", $"changes {number}"));
        return Do(AgreementRules.RecordDraft(State, new DraftGenerated(number, document, redline)));
    }

    public Decision OpenRound() => Do(ApprovalRules.Open(State, State.Latest.Number, Terms, Now));

    public Decision Revise(string? requestKey = null, string terms = "revised terms")
    {
        var number = State.Latest.Number + 1;
        return Do(AgreementRules.Revise(
            State, $"{Terms.Request.Title} {number}",
            Store(DocumentFolder.ForRevision(Id, number), DocumentKind.Terms, "terms.json", terms), requestKey));
    }

    public Decision Withdraw(string reason = "The board decided otherwise.") => Do(AgreementRules.Withdraw(State, reason));

    public ApprovalDecision Decision(string approver, ApprovalChoice choice, int? revision = null) => new(
        revision ?? State.Latest.Number, approver, choice, State.FindRevision(revision ?? State.Latest.Number)?.Round?.DocumentSha256 ?? "",
        "Zoë Ødegård", choice == ApprovalChoice.Approve ? null : "Article 4 needs a cap.", "192.0.2.7");

    public Decision Decide(string approver, ApprovalChoice choice) => Do(ApprovalRules.Decide(State, Decision(approver, choice), Now));

    public void ApproveByAll()
    {
        foreach (var approver in Round.Approvers)
        {
            Decide(approver.Person.Key, ApprovalChoice.Approve);
        }

        Evaluate();
    }

    public ApprovalEvaluation Evaluate()
    {
        var evaluation = ApprovalRules.Evaluate(State, State.Latest.Number, Now);
        foreach (var @event in evaluation is ApprovalEvaluation.Closed closed ? closed.Events : [])
        {
            Append(@event);
        }

        return evaluation;
    }

    public void RequestByMail()
    {
        foreach (var key in ((ApprovalEvaluation.Open)ApprovalRules.Evaluate(State, State.Latest.Number, Now)).MailDue)
        {
            var approver = Round.Find(key)!;
            Append(approver.RequestedAt is null
                ? new ApprovalRequested(Round.Revision, key)
                : new ApprovalReminderSent(Round.Revision, key, approver.Reminders + 1));
        }
    }

    public Decision OpenSigning() => Do(SigningRules.Open(State, Terms, Now));

    public DocumentReference SignedCopy(string signatory) =>
        Store(DocumentFolder.ForSignedCopies(Id), DocumentKind.SignedCopy, $"signed by {signatory}.pdf", $"%PDF-1.7 signed by {signatory}");

    public Decision Sign(string signatory) => Do(SigningRules.Sign(State, signatory, SignedCopy(signatory), "Zoë Ødegård", "192.0.2.7", Now));

    public SigningEvaluation EvaluateSigning()
    {
        var evaluation = SigningRules.Evaluate(State, Now);
        foreach (var @event in evaluation is SigningEvaluation.Closed closed ? closed.Events : [])
        {
            Append(@event);
        }

        return evaluation;
    }

    public DocumentReference Store(DocumentFolder folder, DocumentKind kind, string name, string text)
    {
        var content = Encoding.UTF8.GetBytes(text);
        Documents.Put(folder, content);
        return new DocumentReference(kind, name, Convert.ToHexStringLower(SHA256.HashData(content)), content.Length);
    }

    private static AgreementTerms SampleTerms(SigningOrder order, Func<AgreementRequest, AgreementRequest> change)
    {
        var sample = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", "northern-heart-joint-venture.json"));
        var request = ((IntakeResult.Accepted)AgreementIntake.Read(sample)).Terms.Request;
        return new AgreementTerms(change(request with
        {
            ApprovalPolicy = new ApprovalPolicy { DeadlineDays = 14, ReminderDays = 3 },
            SigningPolicy = request.SigningPolicy with { Order = order, DeadlineDays = 30, ReminderDays = 5 },
        }));
    }
}
