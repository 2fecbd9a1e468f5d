namespace AllianceAgreements.Embedded.Stores;

internal static class Sha256Hex
{
    public const int Length = 64;

    public static bool IsValid(string text) => text.Length == Length && text.All(char.IsAsciiHexDigitLower);
}
