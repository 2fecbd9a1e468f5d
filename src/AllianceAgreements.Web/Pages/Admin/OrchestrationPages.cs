using AllianceAgreements.Web.Pages.Errors;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Admin;

/// <summary>The list of orchestrations.</summary>
internal static class OrchestrationPages
{
    private const int Rows = 50;
    private const int MaximumText = 200;

    public static async Task<Results<RazorComponentResult<OrchestrationList>, RazorComponentResult<ErrorPage>>> ListAsync(
        string? status, string? q, string? continuation, IOrchestrationClient client, CancellationToken cancellationToken)
    {
        OrchestrationRuntimeStatus? wanted = Enum.TryParse<OrchestrationRuntimeStatus>(status, ignoreCase: true, out var parsed) ? parsed : null;
        var text = q?.Trim() is { Length: > 0 and <= MaximumText } given ? given : null;
        var query = new OrchestrationQuery
        {
            Statuses = wanted is { } only ? [only] : null,
            Text = text,
            PageSize = Rows,
            ContinuationToken = string.IsNullOrEmpty(continuation) ? null : continuation,
        };
        try
        {
            return View.Of<OrchestrationList>(
                new OrchestrationListModel(wanted, text, query.ContinuationToken is not null, await client.GetInstancesAsync(query, cancellationToken)));
        }
        catch (ArgumentException)
        {
            return View.Of<ErrorPage>(
                new ErrorModel("There is no such page of the list", "The address was cut off or changed. Go back to the first page of the list."),
                StatusCodes.Status400BadRequest);
        }
    }
}

/// <summary>What the list of orchestrations shows.</summary>
/// <param name="Status">Only this status; null for all.</param>
/// <param name="Text">Only those that contain this; null for all.</param>
/// <param name="IsLater">Whether it is a later page than the first.</param>
/// <param name="Page">The instances.</param>
public sealed record OrchestrationListModel(OrchestrationRuntimeStatus? Status, string? Text, bool IsLater, OrchestrationPage Page)
{
    /// <summary>The order of the list, in words that follow others.</summary>
    public string Order => Page.Order switch
    {
        InstanceOrder.NewestFirst => "newest first",
        InstanceOrder.ById => "in the order of their ids",
        _ => throw new InvalidOperationException($"There is no order {Page.Order}."),
    };

    /// <summary>The address of the next page.</summary>
    public string NextAddress => Routes.Administration + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["status"] = Status?.ToString(),
            ["q"] = Text,
            ["continuation"] = Page.ContinuationToken,
        }.Where(pair => pair.Value is not null));
}
