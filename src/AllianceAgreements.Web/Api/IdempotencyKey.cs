using AllianceAgreements.Web.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Api;

/// <summary>The Idempotency-Key header (draft-ietf-httpapi-idempotency-key-header): the same key and body take effect once.</summary>
internal static class IdempotencyKey
{
    public const string Header = "Idempotency-Key";
    private const int MaximumLength = 255;

    /// <summary>What is wrong with the key; null when nothing is, or none was sent.</summary>
    public static ValidationProblem? Check(HttpRequest request)
    {
        var values = request.Headers[Header];
        return values.Count == 0 || (values.Count == 1 && values[0] is { Length: >= 1 and <= MaximumLength } key && key.All(c => c is > ' ' and <= '~'))
            ? null
            : Problems.Of(Header, $"is not one key of 1 to {MaximumLength} visible ASCII characters");
    }

    /// <summary>The problem of a key that came before with another body.</summary>
    public static ProblemHttpResult Reused() => Problems.Of(
        StatusCodes.Status422UnprocessableEntity, "This Idempotency-Key was used before, for another body. Use a new key for a new request.");
}
