using System.Xml;
using AllianceAgreements.Documents.Preview.Html;
using AllianceAgreements.Documents.Preview.Tables;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Reads the paragraphs and tables inside an element: the body, a cell, a text box, a note.</summary>
internal static class BlockReader
{
    public static void Read(XmlReader reader, HtmlWriter html, PreviewContext context)
    {
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            ReadOne(reader, html, context);
        }
    }

    /// <summary>Reads the element the reader stands on if it is a block; enters it if it may hold blocks.</summary>
    public static void ReadOne(XmlReader reader, HtmlWriter html, PreviewContext context)
    {
        switch (reader.LocalName)
        {
            case "p" when reader.IsWord:
                ParagraphReader.Read(reader, html, context);
                break;
            case "tbl" when reader.IsWord:
                var table = TableReader.Read(reader, context);
                context.BeginBlock(html);
                TableWriter.Write(html, table);
                break;
            case "sdtPr" or "sectPr" or "Fallback":
                reader.SkipContent();
                break;
            default:
                break;
        }
    }
}
