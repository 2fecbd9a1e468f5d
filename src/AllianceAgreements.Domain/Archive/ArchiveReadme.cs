using System.Globalization;
using AllianceAgreements.Domain.Record;

namespace AllianceAgreements.Domain.Archive;

/// <summary>Says in plain words what an archive is and how to verify it, for a reader who has nothing but the archive.</summary>
internal static class ArchiveReadme
{
    public static string Write(AgreementState state, int entries) => $$"""
        {{state.Title}}
        {{state.Reference}}, executed in revision {{state.Signing!.Revision}} on {{state.Head.At.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}}

        This folder is the archive of a signed agreement between {{string.Join("; ", state.Parties.Select(party => party.LegalName))}}.

        WHAT IS IN IT

        signed/          The copies that the signatories handed in, in the order of signing.
        revisions/       Every revision: its terms (terms.json), its draft (draft.docx) and, after the first,
                         what changed since the one before (redline.docx, with tracked changes).
        record.jsonl     The record: {{entries}} entries, one a line, of everything that happened up to the
                         last signature: who was asked, who decided what and when, on which document.
        manifest.json    Every file with its length and its SHA-256, and the hash of the record's last entry.
        manifest.sha256  The SHA-256 of manifest.json: the fingerprint of the archive. It was mailed
                         to the participants when the agreement was archived.

        HOW TO VERIFY IT

        With Alliance Agreements, which also checks the record and that every approval and signature is
        there and concerns this very document, and names the first thing that is wrong:

            dotnet run --project src/AllianceAgreements.Local -- verify <this folder>

        Without it, on any Unix, in this folder:

            sha256sum -c manifest.sha256
            awk -F'"' '$2 == "path" { p = $4 } $2 == "sha256" { print $4 "  " p }' manifest.json | sha256sum -c -

        Then compare the fingerprint in manifest.sha256 with the one in the mail. Each line of the
        record ends in its own hash: the SHA-256 of that line without its last member (without
        ,"hash":"..." before the closing brace). It also holds the hash of the line before it, so that no
        entry can be changed, removed, added or moved without all the later hashes changing.

        """;
}
