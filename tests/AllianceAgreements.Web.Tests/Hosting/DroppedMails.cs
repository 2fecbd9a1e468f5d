using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Embedded.Stores;
using AllianceAgreements.Web.Auth;
using AllianceAgreements.Web.Pages.Local;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>The mail page's view of the embedded mail drop.</summary>
internal sealed class DroppedMails(MailDrop drop) : IMailViewer
{
    public ValueTask<IReadOnlyList<ViewedMail>> ListAsync(int top, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ViewedMail>>([.. drop.NewestFirst().Take(top).Select(View)]);

    public ValueTask<ViewedMail?> OpenAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(drop.Find(id) is { } mail ? View(mail) : null);

    private static ViewedMail View(DroppedMail mail) =>
        new(mail.Id, mail.SentAt, mail.ToName, mail.ToAddress, mail.Subject, mail.Text, mail.Html);
}

/// <summary>The API's view of the embedded tokens.</summary>
internal sealed class FolderTokens(FileAccessTokens tokens) : IAccessTokens
{
    public string? RoleOf(string token) => tokens.RoleOf(token);
}
