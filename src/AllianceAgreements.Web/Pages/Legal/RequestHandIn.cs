using System.Security.Claims;
using System.Security.Cryptography;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Domain.Terms;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>Hands the request of a page in: as a new agreement, or as the next revision of one.</summary>
internal sealed class RequestHandIn(AgreementService service)
{
    private const int MaximumKey = 64;

    /// <summary>A new name for a form.</summary>
    public static string NewKey() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The name a form came with; a new one when it has none.</summary>
    public static string KeyOf(IFormCollection form) => form["key"].ToString() is { Length: > 0 and <= MaximumKey } key ? key : NewKey();

    /// <summary>The revision a form began from; null when it says none.</summary>
    public static int? BaseOf(IFormCollection form) => int.TryParse(form["base"], out var revision) ? revision : null;

    /// <summary>Starts an agreement.</summary>
    public async ValueTask<HandInResult> StartAsync(AgreementTerms terms, string key, ClaimsPrincipal user, CancellationToken cancellationToken) =>
        await service.StartAsync(terms, user.ToKeyOwner(), key, user.ToActor(), cancellationToken) switch
        {
            StartResult.Started started => new HandInResult.Taken(started.Agreement.Id),
            StartResult.Rejected rejected => new HandInResult.Faulty(rejected.Faults),
            _ => new HandInResult.Conflicting(new RequestConflict(
                "This form was sent before, with other terms, and an agreement was started with them. Send it again only if you want one more agreement.",
                Routes.ToAgreement(AgreementId.FromIdempotencyKey(user.ToKeyOwner(), key)))),
        };

    /// <summary>Revises an agreement.</summary>
    public async ValueTask<HandInResult> ReviseAsync(
        AgreementState agreement, int? baseRevision, AgreementTerms terms, string key, ClaimsPrincipal user, CancellationToken cancellationToken)
    {
        var address = Routes.ToAgreement(agreement.Id);
        if (baseRevision != agreement.Latest.Number)
        {
            // A double click comes here too: the first one made the revision that the second one meets.
            return agreement.Latest.Terms.Sha256 == Convert.ToHexStringLower(SHA256.HashData(terms.ToUtf8Json()))
                ? new HandInResult.Taken(agreement.Id)
                : new HandInResult.Conflicting(new RequestConflict(
                    $"Revision {agreement.Latest.Number} was handed in after you opened this form. What you typed is still here; look at that revision before you hand in yours.",
                    address));
        }

        return await service.ReviseAsync(agreement.Id, terms, user.ToKeyOwner(), key, user.ToActor(), cancellationToken) switch
        {
            ReviseResult.Rejected rejected => new HandInResult.Faulty(rejected.Faults),
            ReviseResult.Done { Decision: Decision.Refused refused } => new HandInResult.Conflicting(new RequestConflict(refused.Message, address)),
            _ => new HandInResult.Taken(agreement.Id),
        };
    }
}

/// <summary>What became of a request.</summary>
internal abstract record HandInResult
{
    private HandInResult()
    {
    }

    /// <summary>It was taken.</summary>
    public sealed record Taken(AgreementId Agreement) : HandInResult;

    /// <summary>It has faults.</summary>
    public sealed record Faulty(IReadOnlyList<Fault> Faults) : HandInResult;

    /// <summary>It cannot be taken as things are.</summary>
    public sealed record Conflicting(RequestConflict Conflict) : HandInResult;
}
