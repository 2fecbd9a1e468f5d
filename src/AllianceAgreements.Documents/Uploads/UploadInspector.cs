using AllianceAgreements.Documents.Packages;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Uploads;

/// <summary>Judges uploaded files by their bytes; names and types that a browser claims are never asked.</summary>
internal sealed class UploadInspector : IUploadInspector
{
    private const string Advice = "Upload the signed copy as a PDF or a Word document (.docx).";

    public int MaximumBytes => PackageLimits.Default.MaximumBytes;

    public UploadInspection Inspect(ReadOnlyMemory<byte> content)
    {
        if (content.IsEmpty)
        {
            return new UploadInspection.Refused($"The file is empty. {Advice}");
        }

        if (content.Length > MaximumBytes)
        {
            return new UploadInspection.Refused($"The file is larger than {MaximumBytes / (1024 * 1024)} MiB. Save it smaller, for instance by scanning at 300 dpi or less.");
        }

        if (OtherFormats.Recognise(content.Span) is { } other)
        {
            return new UploadInspection.Refused(other);
        }

        if (content.Span.StartsWith("PK"u8))
        {
            return Conclude(UploadKind.Docx, FindWordFault(content));
        }

        return PdfInspection.IsPdf(content.Span)
            ? Conclude(UploadKind.Pdf, PdfInspection.FindFault(content.Span))
            : new UploadInspection.Refused($"The file is neither a PDF nor a Word document. {Advice}");
    }

    private static string? FindWordFault(ReadOnlyMemory<byte> content)
    {
        try
        {
            return WordInspection.FindFault(content);
        }
        catch (InvalidDataException exception)
        {
            return $"{exception.Message} {Advice}";
        }
    }

    private static UploadInspection Conclude(UploadKind kind, string? fault) =>
        fault is null ? new UploadInspection.Accepted(kind) : new UploadInspection.Refused(fault);
}
