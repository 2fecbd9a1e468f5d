using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages;

/// <summary>Shows a page: a component with one parameter, its model.</summary>
internal static class View
{
    public static RazorComponentResult<TPage> Of<TPage>(object model, int statusCode = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = statusCode, PreventStreamingRendering = true };
}
