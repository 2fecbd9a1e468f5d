using AllianceAgreements.Embedded.Mail;
using AllianceAgreements.Web.Pages.Local;

namespace AllianceAgreements.Local.Hosting;

/// <summary>Shows the mail drop on the local mail page.</summary>
internal sealed class MailDropViewer(MailDrop drop) : IMailViewer
{
    public ValueTask<IReadOnlyList<ViewedMail>> ListAsync(int top, CancellationToken cancellationToken) =>
        ValueTask.FromResult<IReadOnlyList<ViewedMail>>([.. drop.NewestFirst().Take(top).Select(View)]);

    public ValueTask<ViewedMail?> OpenAsync(string id, CancellationToken cancellationToken) =>
        ValueTask.FromResult(drop.Find(id) is { } mail ? View(mail) : null);

    private static ViewedMail View(DroppedMail mail) =>
        new(mail.Id, mail.SentAt, mail.ToName, mail.ToAddress, mail.Subject, mail.Text, mail.Html);
}
