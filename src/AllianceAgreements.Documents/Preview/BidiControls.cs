using System.Buffers;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Characters that turn the direction of what follows (Unicode UAX 9, 2): text with them is kept from turning its neighbours.</summary>
internal static class BidiControls
{
    public static SearchValues<char> All { get; } =
        SearchValues.Create("\u061C\u200E\u200F\u202A\u202B\u202C\u202D\u202E\u2066\u2067\u2068\u2069");
}
