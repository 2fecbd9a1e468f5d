using System.Diagnostics.CodeAnalysis;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Web;

/// <summary>Every route of the pages and the API, once: the patterns that are mapped, and the addresses that point to them.</summary>
[SuppressMessage("Design", "CA1054", Justification = "Addresses within the site are text; an absolute URI is never wanted here.")]
public static class Routes
{
    internal const string Agreements = "/";
    internal const string NewAgreement = "/agreements/new";
    internal const string NewAgreementFromJson = "/agreements/new/json";
    internal const string Agreement = "/agreements/{id:agreement}";
    internal const string ReviseAgreement = "/agreements/{id:agreement}/revise";
    internal const string ReviseAgreementFromJson = "/agreements/{id:agreement}/revise/json";
    internal const string WithdrawAgreement = "/agreements/{id:agreement}/withdraw";
    internal const string AgreementRevision = "/agreements/{id:agreement}/revisions/{revision:int:min(1)}";
    internal const string AgreementChanges = "/agreements/{id:agreement}/revisions/{revision:int:min(1)}/changes";
    internal const string AgreementCoverage = "/agreements/{id:agreement}/revisions/{revision:int:min(1)}/coverage";
    internal const string AgreementDocument = "/agreements/{id:agreement}/documents/{sha256:sha256}";

    internal const string Review = "/review/{id:agreement}/{token}";
    internal const string ReviewDocument = "/review/{id:agreement}/{token}/document";
    internal const string ReviewChanges = "/review/{id:agreement}/{token}/changes";
    internal const string ReviewRedline = "/review/{id:agreement}/{token}/changes/document";
    internal const string Sign = "/sign/{id:agreement}/{token}";
    internal const string SignDocument = "/sign/{id:agreement}/{token}/document";

    // Not under /admin, which the Azure Functions host reserves.
    internal const string Administration = "/orchestrations";
    internal const string Instance = "/orchestrations/{instanceId}";
    internal const string RewindInstance = "/orchestrations/{instanceId}/rewind";

    internal const string SignOut = "/sign-out";

    /// <summary>Where App Service Authentication ends a session; the platform answers it, not this pipeline.</summary>
    internal const string AppServiceSignOut = "/.auth/logout?post_logout_redirect_uri=%2F";
    internal const string DevelopmentSignIn = "/dev/sign-in";
    internal const string Mails = "/dev/mail";
    internal const string Mail = "/dev/mail/{key}";
    internal const string MailBody = "/dev/mail/{key}/body";

    internal const string HooksPrefix = "/hooks";
    internal const string MailEvents = "/hooks/sendgrid";

    internal const string Asset = "/assets/{name}";
    internal const string Live = "/health/live";
    internal const string Ready = "/health/ready";
    internal const string OpenApi = "/openapi/{documentName}.json";

    internal const string ApiPrefix = "/api";
    internal const string ApiAgreements = "/api/agreements";
    internal const string ApiAgreement = "/api/agreements/{id:agreement}";
    internal const string ApiRecord = "/api/agreements/{id:agreement}/record";
    internal const string ApiCoverage = "/api/agreements/{id:agreement}/coverage";
    internal const string ApiRevisionCoverage = "/api/agreements/{id:agreement}/revisions/{revision:int:min(1)}/coverage";
    internal const string ApiRevisions = "/api/agreements/{id:agreement}/revisions";
    internal const string ApiWithdrawal = "/api/agreements/{id:agreement}/withdrawal";
    internal const string ApiDocument = "/api/agreements/{id:agreement}/documents/{sha256:sha256}";

    /// <summary>The page of an agreement.</summary>
    public static string ToAgreement(AgreementId id) => $"/agreements/{id}";

    /// <summary>The page on which legal revises an agreement.</summary>
    public static string ToRevise(AgreementId id) => $"/agreements/{id}/revise";

    /// <summary>The page on which legal revises an agreement with JSON.</summary>
    public static string ToReviseFromJson(AgreementId id) => $"/agreements/{id}/revise/json";

    /// <summary>Where legal takes an agreement back.</summary>
    public static string ToWithdraw(AgreementId id) => $"/agreements/{id}/withdraw";

    /// <summary>The page that shows one revision.</summary>
    public static string ToRevision(AgreementId id, int revision) => $"/agreements/{id}/revisions/{revision}";

    /// <summary>The page that shows what a revision changed.</summary>
    public static string ToChanges(AgreementId id, int revision) => $"{ToRevision(id, revision)}/changes";

    /// <summary>The page that shows what a revision's draft has of the categories that reviewers look for.</summary>
    public static string ToCoverage(AgreementId id, int revision) => $"{ToRevision(id, revision)}/coverage";

    /// <summary>A document, for staff.</summary>
    public static string ToDocument(AgreementId id, string sha256) => $"/agreements/{id}/documents/{sha256}";

    /// <summary>An approver's page.</summary>
    public static string ToReview(AgreementId id, string token) => $"/review/{id}/{token}";

    /// <summary>The document an approver reads, as a file.</summary>
    public static string ToReviewDocument(AgreementId id, string token) => $"/review/{id}/{token}/document";

    /// <summary>An approver's page of what the revision changed.</summary>
    public static string ToReviewChanges(AgreementId id, string token) => $"{ToReview(id, token)}/changes";

    /// <summary>What the revision changed, as a file.</summary>
    public static string ToReviewRedline(AgreementId id, string token) => $"{ToReviewChanges(id, token)}/document";

    /// <summary>A signatory's page.</summary>
    public static string ToSign(AgreementId id, string token) => $"/sign/{id}/{token}";

    /// <summary>The document a signatory signs, as a file.</summary>
    public static string ToSignDocument(AgreementId id, string token) => $"/sign/{id}/{token}/document";

    /// <summary>The page of an orchestration instance.</summary>
    public static string ToInstance(string instanceId) => $"/orchestrations/{Uri.EscapeDataString(instanceId)}";

    /// <summary>Where an administrator has a failed instance rewound.</summary>
    public static string ToRewindInstance(string instanceId) => $"{ToInstance(instanceId)}/rewind";

    /// <summary>The page that shows a mail that was sent.</summary>
    public static string ToMail(string key) => $"/dev/mail/{Uri.EscapeDataString(key)}";

    /// <summary>The HTML part of a mail that was sent.</summary>
    public static string ToMailBody(string key) => $"/dev/mail/{Uri.EscapeDataString(key)}/body";

    /// <summary>The development sign-in, coming back to a page afterwards.</summary>
    public static string ToDevelopmentSignIn(string returnTo) => $"{DevelopmentSignIn}?returnTo={Uri.EscapeDataString(returnTo)}";

    /// <summary>Where App Service Authentication signs people in with Entra ID, coming back to a page afterwards.</summary>
    public static string ToAppServiceSignIn(string returnTo) => $"/.auth/login/aad?post_login_redirect_uri={Uri.EscapeDataString(returnTo)}";

    /// <summary>An agreement in the API.</summary>
    public static string ToApiAgreement(AgreementId id) => $"/api/agreements/{id}";

    /// <summary>The record of an agreement in the API.</summary>
    public static string ToApiRecord(AgreementId id) => $"/api/agreements/{id}/record";

    /// <summary>A document in the API.</summary>
    public static string ToApiDocument(AgreementId id, string sha256) => $"/api/agreements/{id}/documents/{sha256}";
}
