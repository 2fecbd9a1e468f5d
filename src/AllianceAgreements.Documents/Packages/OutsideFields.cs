using System.Text;
using System.Xml;
using AllianceAgreements.Documents.Preview;

namespace AllianceAgreements.Documents.Packages;

/// <summary>
/// Finds Word fields (ECMA-376 part 1, 17.16.5) that fetch something from outside the file when they are updated, start a program, or run a macro.
/// No relationship tells of them: what they fetch stands in their instruction.
/// </summary>
internal static class OutsideFields
{
    private static readonly HashSet<string> Keywords = new(StringComparer.OrdinalIgnoreCase)
        { "DATABASE", "DDE", "DDEAUTO", "EMBED", "IMPORT", "INCLUDE", "INCLUDEPICTURE", "INCLUDETEXT", "LINK", "MACROBUTTON", "RD" };

    /// <summary>The keyword of the first such field in a part; null when there is none.</summary>
    public static string? Find(XmlReader reader)
    {
        var open = new Stack<StringBuilder>();
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element || !reader.IsWord)
            {
                continue;
            }

            var found = reader.LocalName switch
            {
                "fldSimple" => KeywordOf(reader.Attribute("instr") ?? ""),
                "fldChar" => Pass(open, reader.Attribute("fldCharType")),
                "instrText" or "delInstrText" => Instruct(open, reader.ReadText()),
                _ => null,
            };
            if (found is not null)
            {
                return found;
            }
        }

        return open.Select(instruction => KeywordOf(instruction.ToString())).FirstOrDefault(keyword => keyword is not null);
    }

    private static string? Pass(Stack<StringBuilder> open, string? type)
    {
        if (type is "begin")
        {
            open.Push(new StringBuilder());
        }

        return type is "separate" && open.TryPeek(out var instruction) ? KeywordOf(instruction.ToString())
            : type is "end" && open.TryPop(out var whole) ? KeywordOf(whole.ToString())
            : null;
    }

    /// <summary>Instructions come in any number of pieces; what stands outside a field instructs nothing.</summary>
    private static string? Instruct(Stack<StringBuilder> open, string text)
    {
        if (open.TryPeek(out var instruction))
        {
            instruction.Append(text);
        }

        return null;
    }

    private static string? KeywordOf(string instruction)
    {
        // A keyword ends where its letters do: Word needs no space before a quotation mark.
        var word = string.Concat(instruction.TrimStart().TakeWhile(char.IsLetter));
        return Keywords.Contains(word) ? word.ToUpperInvariant() : null;
    }
}
