using System.Xml;

namespace AllianceAgreements.Documents.Preview.Formatting;

/// <summary>Tells tables with lines from those that only arrange text.</summary>
internal static class TableLines
{
    /// <summary>Whether any of <c>w:tblBorders</c> draws a line.</summary>
    public static bool Read(XmlReader reader)
    {
        var any = false;
        var scope = new ElementScope(reader);
        while (scope.MoveNext())
        {
            any |= reader.Val() is not ("none" or "nil");
        }

        return any;
    }
}
