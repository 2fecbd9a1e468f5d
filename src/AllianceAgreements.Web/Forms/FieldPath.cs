using System.Globalization;
using System.Text;

namespace AllianceAgreements.Web.Forms;

/// <summary>Names of form fields: the JSON path of what they fill, without its root ("parties[1].shortName").</summary>
internal static class FieldPath
{
    /// <summary>The path of a field of a group.</summary>
    public static string Field(string group, string name) => group.Length == 0 ? name : $"{group}.{name}";

    /// <summary>The path of a row.</summary>
    public static string Row(string rows, int index) => $"{rows}[{index.ToString(CultureInfo.InvariantCulture)}]";

    /// <summary>The id of the element that shows a path; unique, and safe in HTML and in a URL's fragment.</summary>
    public static string Id(string path)
    {
        var id = new StringBuilder("f-", path.Length + 2);
        foreach (var character in path)
        {
            if (character != ']')
            {
                id.Append(character is '.' or '[' ? '-' : character);
            }
        }

        return id.ToString();
    }

    /// <summary>The path of a fault, which is a whole JSON path.</summary>
    public static string OfFault(string jsonPath) => jsonPath.StartsWith("$.", StringComparison.Ordinal) ? jsonPath[2..] : "";

    /// <summary>The path one step up; null at the top.</summary>
    public static string? Parent(string path) => path.LastIndexOfAny(['.', '[']) switch
    {
        < 0 when path.Length == 0 => null,
        < 0 => "",
        var end => path[..end],
    };

    /// <summary>Splits the path of a row; false when it is none.</summary>
    public static bool TrySplitRow(string path, out string rows, out int index)
    {
        rows = "";
        index = -1;
        if (!path.EndsWith(']') || path.LastIndexOf('[') is not (> 0 and var start)
            || !int.TryParse(path.AsSpan(start + 1, path.Length - start - 2), NumberStyles.None, CultureInfo.InvariantCulture, out index))
        {
            return false;
        }

        rows = path[..start];
        return true;
    }
}
