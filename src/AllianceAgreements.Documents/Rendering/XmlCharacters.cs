namespace AllianceAgreements.Documents.Rendering;

/// <summary>Which characters an XML 1.0 document can hold; XML 1.0, fifth edition, production 2.</summary>
internal static class XmlCharacters
{
    /// <summary>The first code unit that cannot be part of XML, as a code point ("U+0000"); null when all can.</summary>
    public static string? FindForbidden(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (char.IsHighSurrogate(character) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                index++;
            }
            else if ((character < ' ' && character is not ('\t' or '\n' or '\r')) || char.IsSurrogate(character) || character >= '\uFFFE')
            {
                return $"U+{(int)character:X4}";
            }
        }

        return null;
    }
}
