using System.Security.Claims;
using System.Text.Json;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Security;
using AllianceAgreements.Workflows.Agreements;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace AllianceAgreements.Web.Api;

/// <summary>What legal does through the API.</summary>
internal static class WritingApi
{
    public static async Task<Results<Accepted<AcceptedAgreement>, ValidationProblem, ProblemHttpResult>> StartAsync(
        JsonBody body, [FromHeader(Name = IdempotencyKey.Header)] string? key, HttpRequest request, ClaimsPrincipal user,
        AgreementService service, CancellationToken cancellationToken)
    {
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (IdempotencyKey.Check(request) is { } wrongKey)
        {
            return wrongKey;
        }

        var intake = AgreementIntake.Read(body.Content);
        if (intake is IntakeResult.Rejected { Faults: var faults })
        {
            return Problems.Of(faults);
        }

        var terms = ((IntakeResult.Accepted)intake).Terms;
        return await service.StartAsync(terms, user.ToKeyOwner(), key, user.ToActor(), cancellationToken) switch
        {
            StartResult.Started started => Accepted(started.Agreement),
            StartResult.Rejected rejected => Problems.Of(rejected.Faults),
            _ => IdempotencyKey.Reused(),
        };
    }

    public static async Task<Results<Accepted<AcceptedAgreement>, ValidationProblem, ProblemHttpResult>> ReviseAsync(
        AgreementId id, JsonBody body, [FromHeader(Name = IdempotencyKey.Header)] string? key, HttpRequest request, ClaimsPrincipal user,
        AgreementService service, CancellationToken cancellationToken)
    {
        if (body.Problem is { } problem)
        {
            return problem;
        }

        if (IdempotencyKey.Check(request) is { } wrongKey)
        {
            return wrongKey;
        }

        var intake = AgreementIntake.Read(body.Content);
        if (intake is IntakeResult.Rejected { Faults: var faults })
        {
            return Problems.Of(faults);
        }

        var terms = ((IntakeResult.Accepted)intake).Terms;
        return await service.ReviseAsync(id, terms, user.ToKeyOwner(), key, user.ToActor(), cancellationToken) switch
        {
            ReviseResult.Rejected rejected => Problems.Of(rejected.Faults),

            // The only thing in a faultless revision that can still be faulty is its key.
            ReviseResult.Done { Decision: Decision.Refused { Reason: RefusalReason.Invalid } } => IdempotencyKey.Reused(),
            ReviseResult.Done { Decision: Decision.Refused refused } => Problems.Of(Refusals.StatusCodeOf(refused.Reason), refused.Message),
            ReviseResult.Done { Agreement: { } state } => Accepted(state),
            _ => throw new InvalidOperationException("A revision was neither made nor refused."),
        };
    }

    public static async Task<Results<Accepted<AcceptedAgreement>, ValidationProblem, ProblemHttpResult>> WithdrawAsync(
        AgreementId id, JsonBody body, ClaimsPrincipal user, AgreementService service, CancellationToken cancellationToken)
    {
        if (body.Problem is { } problem)
        {
            return problem;
        }

        WithdrawalRequest? withdrawal;
        try
        {
            withdrawal = JsonSerializer.Deserialize<WithdrawalRequest>(body.Content.Span, RequestJson.Options);
        }
        catch (JsonException exception)
        {
            return Problems.Of(exception.Path ?? "$", "is not what belongs here; give {\"reason\": \"…\"}");
        }

        var result = await service.WithdrawAsync(id, withdrawal?.Reason ?? "", user.ToActor(), cancellationToken);
        return result switch
        {
            { Decision: Decision.Refused { Reason: RefusalReason.Invalid } invalid } => Problems.Of("$.reason", invalid.Message),
            { Decision: Decision.Refused refused } => Problems.Of(Refusals.StatusCodeOf(refused.Reason), refused.Message),
            { After: { } state } => Accepted(state),
            _ => throw new InvalidOperationException("A withdrawal was neither made nor refused."),
        };
    }

    private static Accepted<AcceptedAgreement> Accepted(AgreementState state) =>
        TypedResults.Accepted(Routes.ToApiAgreement(state.Id), AcceptedAgreement.Of(state));
}
