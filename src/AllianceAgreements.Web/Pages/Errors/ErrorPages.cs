using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Errors;

/// <summary>The pages for what goes wrong before or outside a page of its own.</summary>
internal static class ErrorPages
{
    public static RazorComponentResult<ErrorPage> Of(int statusCode) => View.Of<ErrorPage>(ModelOf(statusCode), statusCode);

    private static ErrorModel ModelOf(int statusCode) => statusCode switch
    {
        StatusCodes.Status400BadRequest => new(
            "This form could not be taken",
            "Your browser did not send what is needed to be sure that the form comes from you. This happens when cookies are blocked or the page was open for very long. Go back, reload the page and send it again."),
        StatusCodes.Status401Unauthorized => new("Please sign in", "This page is for people who are signed in."),
        StatusCodes.Status403Forbidden => new("Not for your role", "You are signed in, but this page or action is for another role."),
        StatusCodes.Status404NotFound => new("There is nothing here", "The address may be mistyped or cut off, or the page may have moved. If it came from a mail, copy the whole link."),
        StatusCodes.Status405MethodNotAllowed => new("That cannot be done here", "The page exists, but cannot be used this way."),
        StatusCodes.Status413PayloadTooLarge => new("That is too large", "What you sent is larger than this page takes. Go back and send something smaller."),
        StatusCodes.Status415UnsupportedMediaType => new("That is not a form", "What was sent is not the form of this page. Go back, reload the page and send it again."),
        StatusCodes.Status429TooManyRequests => new("One moment, please", "There were too many requests from your address. Wait a minute and try again; nothing is lost."),
        >= StatusCodes.Status500InternalServerError => new("Something went wrong on our side", "Nothing was lost. Please try again in a moment."),
        _ => new("This did not work", "The request could not be understood."),
    };
}

/// <summary>What an error page says.</summary>
/// <param name="Title">In a few words.</param>
/// <param name="Message">What to do about it.</param>
public sealed record ErrorModel(string Title, string Message);
