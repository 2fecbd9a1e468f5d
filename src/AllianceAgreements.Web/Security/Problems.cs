using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Security;

/// <summary>Problems of the API (RFC 9457).</summary>
internal static class Problems
{
    /// <summary>What each error of the pipeline itself means to whoever called the API.</summary>
    public static string? DetailOf(int statusCode) => statusCode switch
    {
        StatusCodes.Status401Unauthorized => "Send a known token: \"Authorization: Bearer …\".",
        StatusCodes.Status403Forbidden => "The token's role does not allow this.",
        StatusCodes.Status404NotFound => "There is nothing at this address.",
        StatusCodes.Status405MethodNotAllowed => "The address exists, but not for this method; see the Allow header.",
        StatusCodes.Status413PayloadTooLarge => $"The body is larger than {WebOptions.MaximumBodyBytes:N0} bytes.",
        StatusCodes.Status415UnsupportedMediaType => "Send the body as application/json in UTF-8.",
        StatusCodes.Status429TooManyRequests => "Too many requests; wait as long as the Retry-After header says.",
        StatusCodes.Status500InternalServerError => "Something went wrong on our side. Nothing was lost; try again.",
        _ => null,
    };

    public static ProblemHttpResult Of(int statusCode, string? detail = null) =>
        TypedResults.Problem(detail ?? DetailOf(statusCode), statusCode: statusCode);

    public static ValidationProblem Of(string path, string message) =>
        Of(new Dictionary<string, string[]>(StringComparer.Ordinal) { [path] = [message] });

    public static ValidationProblem Of(IEnumerable<Domain.Intake.Fault> faults) =>
        Of(faults.GroupBy(fault => fault.Path).ToDictionary(group => group.Key, group => group.Select(fault => fault.Message).ToArray()));

    public static ValidationProblem Of(IDictionary<string, string[]> errors) =>
        TypedResults.ValidationProblem(errors, detail: "See errors for every fault, by where it is.");
}
