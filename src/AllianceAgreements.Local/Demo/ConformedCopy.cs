using System.IO.Compression;
using System.Xml.Linq;

namespace AllianceAgreements.Local.Demo;

/// <summary>Signs a Word file the way a conformed copy is: "/s/" and the name, in a paragraph of its own at the end.</summary>
internal static class ConformedCopy
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static byte[] Sign(byte[] document, string name)
    {
        using var buffer = new MemoryStream();
        buffer.Write(document);
        using (var package = new ZipArchive(buffer, ZipArchiveMode.Update, leaveOpen: true))
        {
            var part = package.GetEntry("word/document.xml") ?? throw new InvalidDataException("The copy to sign is not a Word document.");
            XDocument xml;
            using (var stream = part.Open())
            {
                xml = XDocument.Load(stream, LoadOptions.PreserveWhitespace);
            }

            var body = xml.Root!.Element(W + "body")!;
            var signature = new XElement(W + "p", new XElement(W + "r", new XElement(W + "t", $"/s/ {name}")));
            if (body.Elements().LastOrDefault() is { } last && last.Name == W + "sectPr")
            {
                last.AddBeforeSelf(signature);
            }
            else
            {
                body.Add(signature);
            }

            using var output = part.Open();
            output.SetLength(0);
            xml.Save(output, SaveOptions.DisableFormatting);
        }

        return buffer.ToArray();
    }
}
