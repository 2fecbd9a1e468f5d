using System.Xml.Linq;
using AllianceAgreements.Documents.Templates;

namespace AllianceAgreements.Documents.Redline.Lines;

/// <summary>Fields made of runs: beginning, code, separator, result, end (17.16.18). Half of one is no field, so each is compared as a whole.</summary>
internal static class ComplexField
{
    private static readonly XName Kind = Word.Main + "fldCharType";

    /// <summary>Where the field ends that begins at a place; null when none begins there, or it ends elsewhere.</summary>
    public static int? FindEnd(IReadOnlyList<XElement> siblings, int start)
    {
        var depth = 0;
        for (var index = start; index < siblings.Count; index++)
        {
            foreach (var character in siblings[index].Elements(Word.FieldCharacter))
            {
                depth += (string?)character.Attribute(Kind) switch { "begin" => 1, "end" => -1, _ => 0 };
                if (depth < 0)
                {
                    return null;
                }
            }

            if (depth == 0)
            {
                return index == start && !siblings[start].Elements(Word.FieldCharacter).Any() ? null : index;
            }
        }

        return null;
    }
}
