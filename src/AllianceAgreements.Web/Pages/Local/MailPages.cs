using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AllianceAgreements.Web.Pages.Local;

/// <summary>What was mailed, for whoever tries the product out on one machine.</summary>
internal static class MailPages
{
    private const int Rows = 200;

    public static async Task<RazorComponentResult<MailList>> ListAsync(IMailViewer mails, CancellationToken cancellationToken) =>
        View.Of<MailList>(await mails.ListAsync(Rows, cancellationToken));

    public static async Task<Results<RazorComponentResult<MailPage>, NotFound>> ShowAsync(
        string key, IMailViewer mails, CancellationToken cancellationToken) =>
        await mails.OpenAsync(key, cancellationToken) is { } mail ? View.Of<MailPage>(mail) : TypedResults.NotFound();

    public static async Task<Results<ContentHttpResult, NotFound>> BodyAsync(
        string key, IMailViewer mails, CancellationToken cancellationToken) =>
        await mails.OpenAsync(key, cancellationToken) is { } mail
            ? TypedResults.Content(mail.Html, "text/html; charset=utf-8")
            : TypedResults.NotFound();
}
