using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Web.Components;
using AllianceAgreements.Web.Pages.Errors;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Legal;

/// <summary>The list of agreements.</summary>
internal static class AgreementListPage
{
    private const int Rows = 25;

    public static async Task<Results<RazorComponentResult<AgreementList>, RazorComponentResult<ErrorPage>>> ShowAsync(
        HttpRequest request, IAgreementIndex index, CancellationToken cancellationToken)
    {
        var errors = new Dictionary<string, string[]>(StringComparer.Ordinal);
        var query = AgreementFilter.Read(request.Query, errors) with { Top = Rows };
        try
        {
            if (errors.Count == 0)
            {
                return View.Of<AgreementList>(new AgreementListModel(query, await index.QueryAsync(query, cancellationToken)));
            }
        }
        catch (FormatException)
        {
            // The continuation was typed or cut off; the page below leads back.
        }

        return View.Of<ErrorPage>(
            new ErrorModel("There is no such list", "The address asks for agreements in a way this page does not know. Go back to the whole list and filter it from there."),
            StatusCodes.Status400BadRequest);
    }
}

/// <summary>What the list shows.</summary>
/// <param name="Query">What was asked for.</param>
/// <param name="Page">The agreements.</param>
public sealed record AgreementListModel(AgreementQuery Query, AgreementPage Page)
{
    /// <summary>Whether anything narrows the list.</summary>
    public bool IsFiltered => Query.Status is not null || Query.Form is not null || Query.Text is not null || Query.Party is not null;

    /// <summary>The address of the next page.</summary>
    public string NextAddress => Routes.Agreements + QueryString.Create(
        new Dictionary<string, string?>
        {
            ["status"] = Query.Status?.ToString(),
            ["form"] = Query.Form?.ToString(),
            ["q"] = Query.Text,
            ["party"] = Query.Party,
            ["continuation"] = Page.Continuation,
        }.Where(pair => pair.Value is not null));
}
