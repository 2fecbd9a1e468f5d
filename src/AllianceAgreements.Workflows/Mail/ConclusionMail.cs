using AllianceAgreements.Domain.Mail;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Workflows.Mail;

/// <summary>Tells how an agreement ended: archived, declined, withdrawn or expired.</summary>
internal sealed record ConclusionMail(AgreementState Agreement) : IMail
{
    public string Category => MailCategories.Conclusion(Agreement.Status);

    public string Subject => Agreement.Status switch
    {
        AgreementStatus.Archived => $"Signed and archived: {Agreement.Title} ({Agreement.Reference})",
        AgreementStatus.Declined => $"Declined: {Agreement.Title} ({Agreement.Reference})",
        AgreementStatus.Withdrawn => $"Withdrawn: {Agreement.Title} ({Agreement.Reference})",
        _ => $"Expired: {Agreement.Title} ({Agreement.Reference})",
    };

    public IEnumerable<MailBlock> Body
    {
        get
        {
            yield return new MailBlock.Paragraph(Agreement.Status switch
            {
                AgreementStatus.Archived =>
                    "Every party has signed the agreement named below, and it has been archived with its record. The legal team that sent it out holds the archive, with every signed copy; ask them for it. Keep the fingerprint: it tells this archive from any other, years from now.",
                AgreementStatus.Declined => "A party has declined the agreement named below, so it will not be concluded. There is nothing left to do.",
                AgreementStatus.Withdrawn => "The agreement named below was withdrawn, so it will not be concluded. There is nothing left to do.",
                _ => "The time to conclude the agreement named below has run out, so it will not be concluded. There is nothing left to do.",
            });
            yield return Agreement.Archive is { } archive
                ? AgreementFacts.Of(Agreement, Agreement.Latest.Number, ("Archive", archive.Folder), ("Fingerprint (SHA-256)", archive.ManifestSha256))
                : AgreementFacts.Of(Agreement, Agreement.Latest.Number);
            if (Agreement.Reason is { } reason)
            {
                yield return new MailBlock.Paragraph("The reason given:");
                yield return new MailBlock.Quote(reason);
            }
        }
    }
}
