using System.Security.Claims;
using System.Text;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Forms;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>The pages on which legal writes a request, guided or as JSON: a new agreement, or a revision of one.</summary>
internal sealed class RequestPages(AgreementRepository agreements, IDocumentStore documents, RequestHandIn handIn, FormGuard forms)
{
    /// <summary>A form with files takes about 150 bytes a field besides what is in it, and carries the images it came with.</summary>
    private const int MaximumFormBytes = 3 * WebOptions.MaximumBodyBytes;

    public static IResult ShowNew() => Guided(null, new GuidedStep.Show(RequestDraft.Blank, FormFaults.None, Focus: null, Checked: null), RequestHandIn.NewKey(), null);

    public static IResult ShowNewFromJson() => View.Of<JsonFormPage>(new JsonFormModel { Json = "", Key = RequestHandIn.NewKey() });

    public async Task<IResult> ShowReviseAsync(AgreementId id, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } agreement)
        {
            return TypedResults.NotFound();
        }

        var draft = DraftReader.FromJson(await ReadTermsAsync(agreement, cancellationToken));
        return Guided(
            agreement, new GuidedStep.Show(draft, FormFaults.None, Focus: null, Checked: null), RequestHandIn.NewKey(), agreement.Latest.Number);
    }

    public async Task<IResult> ShowReviseFromJsonAsync(AgreementId id, CancellationToken cancellationToken)
    {
        if (await agreements.FindAsync(id, cancellationToken) is not { } agreement)
        {
            return TypedResults.NotFound();
        }

        var draft = DraftReader.FromJson(await ReadTermsAsync(agreement, cancellationToken));
        return View.Of<JsonFormPage>(new JsonFormModel
        {
            Agreement = agreement,
            Json = Encoding.UTF8.GetString(DraftWriter.ToJson(draft, indented: true).Span),
            Key = RequestHandIn.NewKey(),
            BaseRevision = agreement.Latest.Number,
        });
    }

    /// <summary>Takes a press of a button of the guided form; <paramref name="id"/> is null for a new agreement.</summary>
    public async Task<IResult> TakeGuidedAsync(AgreementId? id, HttpContext context, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var post = await forms.ReadAsync(context, MaximumFormBytes);
        if (!post.IsTrusted(out var form, out var refusal))
        {
            return refusal;
        }

        var agreement = id is { } known ? await agreements.FindAsync(known, cancellationToken) : null;
        if (id is not null && agreement is null)
        {
            return TypedResults.NotFound();
        }

        var key = RequestHandIn.KeyOf(form);
        var baseRevision = agreement is null ? null : RequestHandIn.BaseOf(form);
        var step = GuidedStep.Take(form);
        switch (step)
        {
            case GuidedStep.Save save:
                return TypedResults.File(
                    DraftWriter.ToJson(save.Draft, indented: true).ToArray(), "application/json", $"{agreement?.Reference ?? "agreement"} request.json");
            case GuidedStep.HandIn { Draft: var draft, Terms: var terms }:
                var result = await HandInAsync(agreement, baseRevision, terms, key, user, cancellationToken);
                return result switch
                {
                    HandInResult.Taken taken => Redirects.SeeOther(Routes.ToAgreement(taken.Agreement)),
                    HandInResult.Faulty faulty => Guided(agreement, GuidedStep.Faulty(draft, faulty.Faults), key, baseRevision),
                    _ => Guided(
                        agreement, new GuidedStep.Show(draft, FormFaults.None, Focus: null, Checked: null), RequestHandIn.NewKey(),
                        agreement?.Latest.Number, ((HandInResult.Conflicting)result).Conflict),
                };
            default:
                return Guided(agreement, (GuidedStep.Show)step, key, baseRevision);
        }
    }

    /// <summary>Takes a request as JSON; <paramref name="id"/> is null for a new agreement.</summary>
    public async Task<IResult> TakeJsonAsync(AgreementId? id, HttpContext context, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out var form, out var refusal))
        {
            return refusal;
        }

        var agreement = id is { } known ? await agreements.FindAsync(known, cancellationToken) : null;
        if (id is not null && agreement is null)
        {
            return TypedResults.NotFound();
        }

        var key = RequestHandIn.KeyOf(form);
        var baseRevision = agreement is null ? null : RequestHandIn.BaseOf(form);
        var json = await ReadJsonAsync(form, cancellationToken);
        if (form.ContainsKey("guide") && GuidedStep.Take(json) is GuidedStep.Show show)
        {
            return Guided(agreement, show, key, baseRevision);
        }

        var model = new JsonFormModel { Agreement = agreement, Json = Encoding.UTF8.GetString(json), Key = key, BaseRevision = baseRevision };
        var intake = AgreementIntake.Read(json);
        if (intake is IntakeResult.Rejected rejected)
        {
            return View.Of<JsonFormPage>(model with { Faults = rejected.Faults }, StatusCodes.Status400BadRequest);
        }

        return await HandInAsync(agreement, baseRevision, ((IntakeResult.Accepted)intake).Terms, key, user, cancellationToken) switch
        {
            HandInResult.Taken taken => Redirects.SeeOther(Routes.ToAgreement(taken.Agreement)),
            HandInResult.Faulty faulty => View.Of<JsonFormPage>(model with { Faults = faulty.Faults }, StatusCodes.Status400BadRequest),
            HandInResult.Conflicting conflicting => View.Of<JsonFormPage>(
                model with { Conflict = conflicting.Conflict, Key = RequestHandIn.NewKey(), BaseRevision = agreement?.Latest.Number },
                StatusCodes.Status409Conflict),
            _ => throw new InvalidOperationException(),
        };
    }

    private static RazorComponentResult<RequestFormPage> Guided(AgreementState? agreement, GuidedStep.Show step, string key, int? baseRevision, RequestConflict? conflict = null) =>
        View.Of<RequestFormPage>(
            new RequestFormModel
            {
                Agreement = agreement,
                Draft = step.Draft.Root,
                PartyNames = step.Draft.PartyNames,
                Faults = step.Faults,
                Focus = step.Focus,
                Checked = step.Checked,
                Key = key,
                BaseRevision = baseRevision,
                Conflict = conflict,
            },
            conflict is not null ? StatusCodes.Status409Conflict
            : step.Faults.All.Count > 0 ? StatusCodes.Status400BadRequest
            : StatusCodes.Status200OK);

    private static async ValueTask<byte[]> ReadJsonAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return Encoding.UTF8.GetBytes(form["json"].ToString());
        }

        var content = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(content, cancellationToken);
        return content;
    }

    private ValueTask<HandInResult> HandInAsync(
        AgreementState? agreement, int? baseRevision, Domain.Terms.AgreementTerms terms, string key, ClaimsPrincipal user,
        CancellationToken cancellationToken) => agreement is null
            ? handIn.StartAsync(terms, key, user, cancellationToken)
            : handIn.ReviseAsync(agreement, baseRevision, terms, key, user, cancellationToken);

    private ValueTask<byte[]> ReadTermsAsync(AgreementState agreement, CancellationToken cancellationToken) =>
        documents.ReadAsync(DocumentFolder.ForRevision(agreement.Id, agreement.Latest.Number), agreement.Latest.Terms.Sha256, cancellationToken);
}
