using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Signing;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Pages.Partner;

/// <summary>A signatory's page: the document to sign, and the signed copy to hand in.</summary>
internal sealed class SignPage(
    PartnerLinkReader links, AgreementService service, IDocumentStore documents, IUploadInspector inspector, FormGuard forms)
{
    public async Task<IResult> ShowAsync(AgreementId id, string token, CancellationToken cancellationToken) =>
        await links.FindAsync(id, LinkPurpose.Sign, token, cancellationToken) is { } link
            ? ViewOf(link, SignAnswer.Empty, StatusCodes.Status200OK)
            : LinkOver.Unknown();

    public async Task<IResult> DownloadAsync(AgreementId id, string token, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Sign, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        return IsReadable(link) && ToSign(link) is { } document
            ? await documents.SendAsync(document, cancellationToken)
            : LinkOver.Ended(link);
    }

    public async Task<IResult> SignAsync(AgreementId id, string token, HttpContext context, CancellationToken cancellationToken)
    {
        if (await links.FindAsync(id, LinkPurpose.Sign, token, cancellationToken) is not { } link)
        {
            return LinkOver.Unknown();
        }

        var post = await forms.ReadAsync(context, inspector.MaximumBytes);
        if (!post.IsTrusted(out var form, out var refusal))
        {
            return refusal;
        }

        if (!IsReadable(link))
        {
            return LinkOver.Ended(link);
        }

        var answer = new SignAnswer(form["name"].ToString());
        if (form.Files["file"] is not { Length: > 0 } file)
        {
            return ViewOf(link, answer with { Fault = new ReviewFault("file", "Choose the signed copy, a PDF or Word file.") }, StatusCodes.Status400BadRequest);
        }

        if (file.Length > inspector.MaximumBytes)
        {
            return ViewOf(
                link, answer with { Fault = new ReviewFault("file", $"The file is larger than {Wording.OfBytes(inspector.MaximumBytes)}. Hand in a smaller one.") },
                StatusCodes.Status413PayloadTooLarge);
        }

        var content = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(content, cancellationToken);
        }

        var inspection = inspector.Inspect(content);
        if (inspection is UploadInspection.Refused { Message: var why })
        {
            return ViewOf(link, answer with { Fault = new ReviewFault("file", why) }, StatusCodes.Status400BadRequest);
        }

        var kind = ((UploadInspection.Accepted)inspection).Kind;
        var result = await service.SignAsync(
            id, new SignedCopyUpload(link.Holder.Person.Key, kind, content, answer.Name, RemoteAddress.Of(context)), cancellationToken);
        if (result.Decision is not Decision.Refused refused)
        {
            return Redirects.SeeOther(Routes.ToSign(id, token));
        }

        // Read again: what refused the copy may be what happened since the link was read.
        var current = await links.FindAsync(id, LinkPurpose.Sign, token, cancellationToken) ?? link;
        return ViewOf(current, answer with { Fault = FaultOf(refused, answer) }, Refusals.StatusCodeOf(refused.Reason));
    }

    private static IResult ViewOf(PartnerLink link, SignAnswer answer, int statusCode) =>
        IsReadable(link) && link.State.Signing is { } signing && Own(link) is { } own && ToSign(link) is { } document
            ? View.Of<SignView>(new SignModel(link, signing, own, document.Reference, answer), statusCode)
            : LinkOver.Ended(link);

    private static bool IsReadable(PartnerLink link) => link.Holder.Standing == LinkStanding.Open || Own(link)?.SignedAt is not null;

    private static SignatoryState? Own(PartnerLink link) => link.State.Signing?.Find(link.Holder.Person.Key);

    /// <summary>What the signatory signs: the copy signed before, or the approved draft. Afterwards, the signatory's own copy.</summary>
    private static StoredDocument? ToSign(PartnerLink link)
    {
        if (link.State.Signing is not { } signing)
        {
            return null;
        }

        var copy = Own(link)?.Copy ?? signing.CopyFor(link.Holder.Person.Key);
        return copy is not null
            ? new StoredDocument(DocumentFolder.ForSignedCopies(link.State.Id), copy, signing.Revision)
            : link.State.FindRevision(signing.Revision)?.Draft is { } draft
                ? new StoredDocument(DocumentFolder.ForRevision(link.State.Id, signing.Revision), draft, signing.Revision)
                : null;
    }

    private static ReviewFault FaultOf(Decision.Refused refused, SignAnswer answer) => refused.Reason != RefusalReason.Invalid
        ? new ReviewFault("sign", refused.Message)
        : new ReviewFault(TypedName.IsAcceptable(answer.Name) ? "file" : "name", refused.Message);
}

/// <summary>What a signatory's page shows.</summary>
/// <param name="Link">The signatory's link.</param>
/// <param name="Signing">The collection of signatures.</param>
/// <param name="Own">The signatory's own part in it.</param>
/// <param name="Document">What is to be signed, or the copy that was.</param>
/// <param name="Answer">What was sent, when it was not taken.</param>
public sealed record SignModel(PartnerLink Link, SigningRound Signing, SignatoryState Own, DocumentReference Document, SignAnswer Answer)
{
    /// <summary>Whether it is this signatory's turn.</summary>
    public bool IsTurn => Signing.Turn.Any(signatory => signatory.Person.Key == Own.Person.Key);

    /// <summary>Whether somebody signed this copy before.</summary>
    public bool AddsToCopy => Signing.CopyFor(Own.Person.Key) is not null;
}

/// <summary>What a signatory sent, beside the file.</summary>
/// <param name="Name">The typed name.</param>
public sealed record SignAnswer(string Name)
{
    /// <summary>Nothing was sent.</summary>
    public static SignAnswer Empty { get; } = new("");

    /// <summary>Why it was not taken; null when nothing was sent.</summary>
    public ReviewFault? Fault { get; init; }
}
