namespace AllianceAgreements.Web.Pages.Local;

/// <summary>Reads what was mailed, on a machine where mail goes nowhere. Mails hold partners' links: only the owner of the machine may see them.</summary>
public interface IMailViewer
{
    /// <summary>The latest mails, newest first; at most <paramref name="top"/>.</summary>
    ValueTask<IReadOnlyList<ViewedMail>> ListAsync(int top, CancellationToken cancellationToken);

    /// <summary>A mail; null when there is none of that id.</summary>
    ValueTask<ViewedMail?> OpenAsync(string id, CancellationToken cancellationToken);
}

/// <summary>A mail that was sent.</summary>
/// <param name="Id">Names it; safe in a URL.</param>
/// <param name="SentAt">When.</param>
/// <param name="ToName">To whom.</param>
/// <param name="ToAddress">To which address.</param>
/// <param name="Subject">Its subject.</param>
/// <param name="Text">Its plain-text part.</param>
/// <param name="Html">Its HTML part.</param>
public sealed record ViewedMail(
    string Id, DateTimeOffset SentAt, string ToName, string ToAddress, string Subject, string Text, string Html);
