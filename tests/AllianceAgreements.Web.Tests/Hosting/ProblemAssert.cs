using System.Text.Json.Nodes;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>Checks that an answer is a problem (RFC 9457).</summary>
internal static class ProblemAssert
{
    public static JsonObject Is(int status, ApiAnswer answer)
    {
        Assert.True(answer.Status == status, $"{answer.Status}: {answer.Text}");
        Assert.Equal("application/problem+json", answer.MediaType);
        var problem = answer.Json.AsObject();
        Assert.Equal(status, problem["status"]!.GetValue<int>());
        Assert.NotEmpty(problem["title"]!.GetValue<string>());
        return problem;
    }

    /// <summary>Checks that it names the fault at each path, and no other.</summary>
    public static void HasErrors(ApiAnswer answer, params string[] paths)
    {
        var errors = Is(400, answer)["errors"]!.AsObject();
        Assert.Equal(paths.Order(StringComparer.Ordinal), errors.Select(error => error.Key).Order(StringComparer.Ordinal));
        Assert.All(errors, error => Assert.All(error.Value!.AsArray(), message => Assert.NotEmpty(message!.GetValue<string>())));
    }
}
