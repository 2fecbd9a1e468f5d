using AllianceAgreements.Domain.Approvals;
using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>An approver's page: the draft to read, and the decision to take on it.</summary>
internal sealed class ReviewPage(
    PartnerLinkReader links, AgreementService service, DocumentPages documentPages, IDocumentStore documents, FormGuard forms)
{
    public async Task<IResult> ShowAsync(AgreementId id, string token, CancellationToken cancellationToken) =>
        await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) is { } link
            ? await ViewAsync(link, ReviewAnswer.Empty, StatusCodes.Status200OK, cancellationToken)
            : LinkOver.Unknown();

    public async Task<IResult> DownloadAsync(AgreementId id, string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        return IsReadable(link) && link.State.FindRevision(link.Holder.Round)?.Draft is { } draft
            ? await documents.SendAsync(new StoredDocument(FolderOf(link), draft, link.Holder.Round), cancellationToken)
            : LinkOver.Ended(link);
    }

    public async Task<IResult> ShowChangesAsync(AgreementId id, string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        if (!IsReadable(link))
        {
            return LinkOver.Ended(link);
        }

        if (RedlineOf(link) is not { } redline)
        {
            return LinkOver.Unknown();
        }

        var html = await documentPages.ReadAsync(FolderOf(link), redline.Document.Sha256, cancellationToken);
        return View.Of<ReviewChangesView>(new ReviewChangesModel(link, redline, html));
    }

    public async Task<IResult> DownloadChangesAsync(AgreementId id, string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        return !IsReadable(link) ? LinkOver.Ended(link)
            : RedlineOf(link) is { } redline
            ? await documents.SendAsync(new StoredDocument(FolderOf(link), redline.Document, link.Holder.Round), cancellationToken)
            : LinkOver.Unknown();
    }

    public async Task<IResult> DecideAsync(AgreementId id, string token, HttpContext context, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        var post = await forms.ReadAsync(context);
        if (!post.IsTrusted(out var form, out var refusal))
        {
            return refusal;
        }

        if (!IsReadable(link))
        {
            return LinkOver.Ended(link);
        }

        var answer = new ReviewAnswer(form["decision"].ToString(), form["name"].ToString(), form["comment"].ToString().ReplaceLineEndings("\n"));
        if (ReviewDecisions.Find(answer.Decision) is not { } choice)
        {
            return await ViewAsync(
                link, answer with { Fault = new ReviewFault("decision-approve", "Choose one of the three decisions.") },
                StatusCodes.Status400BadRequest, cancellationToken);
        }

        var result = await service.DecideAsync(
            id,
            new ApprovalDecision(
                link.Holder.Round, link.Holder.Person.Key, choice, form["document"].ToString(), answer.Name, answer.Comment, RemoteAddress.Of(context)),
            cancellationToken);
        if (result.Decision is not Decision.Refused refused)
        {
            return Redirects.SeeOther(Routes.ToReview(id, token));
        }

        // Read again: what refused the decision may be what happened since the link was read.
        var current = await links.FindAsync(id, LinkPurpose.Review, token, cancellationToken) ?? link;
        return await ViewAsync(current, answer with { Fault = FaultOf(refused, answer) }, Refusals.StatusCodeOf(refused.Reason), cancellationToken);
    }

    /// <summary>
    /// A link that is over still shows its holder the decision that was taken with it, except when a newer revision took that decision's place.
    /// </summary>
    private static bool IsReadable(PartnerLink link) => link.Holder.Standing switch
    {
        LinkStanding.Open => true,
        LinkStanding.Superseded => false,
        _ => Own(link)?.Choice is not null,
    };

    private static ApproverState? Own(PartnerLink link) => link.State.FindRevision(link.Holder.Round)?.Round?.Find(link.Holder.Person.Key);

    private static RevisionRedline? RedlineOf(PartnerLink link) => link.State.FindRevision(link.Holder.Round)?.Redline;

    private static DocumentFolder FolderOf(PartnerLink link) => DocumentFolder.ForRevision(link.State.Id, link.Holder.Round);

    private static ReviewFault FaultOf(Decision.Refused refused, ReviewAnswer answer) => refused.Reason != RefusalReason.Invalid
        ? new ReviewFault("decide", refused.Message)
        : new ReviewFault(TypedName.IsAcceptable(answer.Name) ? "comment" : "name", refused.Message);

    private async ValueTask<IResult> ViewAsync(PartnerLink link, ReviewAnswer answer, int statusCode, CancellationToken cancellationToken)
    {
        if (!IsReadable(link) || link.State.FindRevision(link.Holder.Round) is not { Round: { } round } || Own(link) is not { } own)
        {
            return LinkOver.Ended(link);
        }

        var html = await documentPages.ReadAsync(FolderOf(link), round.DocumentSha256, cancellationToken);
        return View.Of<ReviewView>(new ReviewModel(link, round, own, html, answer), statusCode);
    }
}
