using AllianceAgreements.Domain.Record;
using AllianceAgreements.Web.Pages.Errors;
using AllianceAgreements.Workflows.Orchestration;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Admin;

/// <summary>The orchestrations: all of them, and one with its history.</summary>
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

    public static async Task<Results<RazorComponentResult<OrchestrationDetails>, NotFound>> ShowAsync(
        string instanceId, IOrchestrationClient client, CancellationToken cancellationToken) =>
        await client.GetInstanceAsync(instanceId, getInputsAndOutputs: true, cancellationToken) is { } instance
            ? View.Of<OrchestrationDetails>(new OrchestrationDetailsModel(instance, await client.GetHistoryAsync(instanceId, cancellationToken)))
            : TypedResults.NotFound();

    /// <summary>The agreement an instance leads; null when it leads none.</summary>
    /// <summary>The order of the list, in words that follow others.</summary>
    public string Order => Page.Order switch
    {
        InstanceOrder.NewestFirst => "newest first",
        InstanceOrder.ById => "in the order of their ids",
        _ => throw new InvalidOperationException($"There is no order {Page.Order}."),
    };

    public static AgreementId? AgreementOf(string instanceId) =>
        AgreementId.TryParse(instanceId.Split(':')[0], out var id) ? id : null;
}

/// <summary>What the list of orchestrations shows.</summary>
/// <param name="Status">Only this status; null for all.</param>
/// <param name="Text">Only those that contain this; null for all.</param>
/// <param name="IsLater">Whether it is a later page than the first.</param>
/// <param name="Page">The instances.</param>
public sealed record OrchestrationListModel(OrchestrationRuntimeStatus? Status, string? Text, bool IsLater, OrchestrationPage Page)
{
    /// <summary>The address of the next page.</summary>
    public string NextAddress => Routes.Administration + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["status"] = Status?.ToString(),
            ["q"] = Text,
            ["continuation"] = Page.ContinuationToken,
        }.Where(pair => pair.Value is not null));
}

/// <summary>What the page of an instance shows.</summary>
/// <param name="Instance">The instance.</param>
/// <param name="History">The history of its current run.</param>
public sealed record OrchestrationDetailsModel(OrchestrationMetadata Instance, IReadOnlyList<OrchestrationHistoryEvent> History);
