using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Renders mails: HTML and plain text from the same blocks, so that both say the same.</summary>
internal static class MailLayout
{
    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static OutgoingMail Compose(IMail mail, Participant to, string key) =>
        new(key, mail.Category, to.Name, to.Email, OneLine(mail.Subject), ToText(mail, to), ToHtml(mail, to));

    private static string OneLine(string text) => string.Join(' ', text.Split(['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries));

    private static string ToText(IMail mail, Participant to)
    {
        var text = new StringBuilder();
        text.Append("Dear ").Append(to.Name).Append(",\n\n");
        foreach (var block in mail.Body)
        {
            _ = block switch
            {
                MailBlock.Paragraph paragraph => text.Append(paragraph.Text).Append("\n\n"),
                MailBlock.Quote quote => text.Append("> ").Append(quote.Text.ReplaceLineEndings("\n> ")).Append("\n\n"),
                MailBlock.Facts facts => text.AppendJoin('\n', facts.Rows.Select(row => $"{row.Name}: {row.Value}")).Append("\n\n"),
                MailBlock.Action action => text.Append(action.Label).Append(":\n").Append(action.Link.AbsoluteUri).Append("\n\n"),
                MailBlock.Pointer pointer => text.Append(pointer.Label).Append(":\n").Append(pointer.Link.AbsoluteUri).Append("\n\n"),
                _ => throw new InvalidOperationException($"No text for {block.GetType().Name}."),
            };
        }

        return text.Append("-- \nAlliance Agreements\n").ToString();
    }

    private static string ToHtml(IMail mail, Participant to)
    {
        var body = new StringBuilder();
        foreach (var block in mail.Body)
        {
            body.Append(block switch
            {
                MailBlock.Paragraph paragraph => $"<p style=\"margin:0 0 16px\">{Html.Encode(paragraph.Text)}</p>\n",
                MailBlock.Quote quote =>
                    $"<blockquote style=\"margin:0 0 16px;padding:0 0 0 16px;border-left:3px solid #b9a77c;white-space:pre-line\">{Html.Encode(quote.Text)}</blockquote>\n",
                MailBlock.Facts facts => ToHtml(facts),
                MailBlock.Action action => ToHtml(action),
                MailBlock.Pointer pointer =>
                    $"<p style=\"margin:0 0 16px\"><a href=\"{Html.Encode(pointer.Link.AbsoluteUri)}\">{Html.Encode(pointer.Label)}</a></p>\n",
                _ => throw new InvalidOperationException($"No HTML for {block.GetType().Name}."),
            });
        }

        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>{Html.Encode(OneLine(mail.Subject))}</title>
            </head>
            <body style="margin:0;padding:24px;font:16px/1.5 Georgia,'Times New Roman',serif">
            <main style="max-width:600px;margin:0 auto">
            <p style="margin:0 0 16px">Dear {Html.Encode(to.Name)},</p>
            {body}<p style="margin:32px 0 0;font-size:14px">Alliance Agreements</p>
            </main>
            </body>
            </html>

            """;
    }

    private static string ToHtml(MailBlock.Facts facts)
    {
        var rows = string.Concat(facts.Rows.Select(row =>
            $"<tr><th scope=\"row\" style=\"text-align:left;vertical-align:top;padding:2px 16px 2px 0;font-weight:normal\">{Html.Encode(row.Name)}</th><td style=\"padding:2px 0;overflow-wrap:anywhere\"><strong>{Html.Encode(row.Value)}</strong></td></tr>\n"));
        return $"<table style=\"margin:0 0 16px;border-collapse:collapse\">\n{rows}</table>\n";
    }

    private static string ToHtml(MailBlock.Action action)
    {
        var link = Html.Encode(action.Link.AbsoluteUri);
        return $"""
            <p style="margin:24px 0"><a href="{link}" style="display:inline-block;padding:12px 24px;background:#1f3a5f;color:#ffffff;text-decoration:none;border-radius:4px">{Html.Encode(action.Label)}</a></p>
            <p style="margin:0 0 16px;font-size:14px">If the button does not work, copy this address into your browser:<br><span style="overflow-wrap:anywhere">{link}</span></p>

            """;
    }
}
