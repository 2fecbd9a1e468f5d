using System.Text;

namespace AllianceAgreements.Documents.Tests.Uploads;

/// <summary>A small PDF, complete with its list of contents, and wrong ones.</summary>
internal sealed record PdfFile
{
    public string Version { get; init; } = "1.7";

    /// <summary>More of the trailer's dictionary.</summary>
    public string Trailer { get; init; } = "";

    /// <summary>Whether the list of contents is a stream (from PDF 1.5 on) instead of a table.</summary>
    public bool HasStreamList { get; init; }

    /// <summary>The position that the end gives; the right one where null.</summary>
    public string? Position { get; init; }

    public byte[] ToBytes()
    {
        var text = new StringBuilder($"%PDF-{Version}\n%\u00E2\u00E3\u00CF\u00D3\n");
        var offsets = new List<int>();
        foreach (var content in (string[])["<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>", "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"])
        {
            offsets.Add(text.Length);
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{offsets.Count} 0 obj\n{content}\nendobj\n");
        }

        var list = text.Length;
        var dictionary = $"/Size 4/Root 1 0 R{Trailer}";
        text.Append(HasStreamList
            ? $"4 0 obj\n<</Type/XRef/W[1 2 1]/Length 0{dictionary}>>\nstream\n\nendstream\nendobj\n"
            : $"xref\n0 4\n0000000000 65535 f \n{string.Concat(offsets.Select(offset => $"{offset:0000000000} 00000 n \n"))}trailer\n<<{dictionary}>>\n");
        text.Append(System.Globalization.CultureInfo.InvariantCulture, $"startxref\n{Position ?? $"{list}"}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }
}
