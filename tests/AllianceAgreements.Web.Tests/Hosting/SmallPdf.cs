using System.Text;

namespace AllianceAgreements.Web.Tests.Hosting;

/// <summary>A PDF of one empty page that is like no other by a comment in it.</summary>
internal static class SmallPdf
{
    public static byte[] SignedBy(string name)
    {
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>",
            "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]>>",
        ];
        var pdf = new StringBuilder($"%PDF-1.7\n% signed by {name}\n");
        var table = new StringBuilder("xref\n0 4\n0000000000 65535 f \n");
        foreach (var (index, content) in objects.Index())
        {
            table.Append($"{pdf.Length:D10} 00000 n \n");
            pdf.Append($"{index + 1} 0 obj\n{content}\nendobj\n");
        }

        var start = pdf.Length;
        pdf.Append(table).Append($"trailer\n<</Size 4/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
