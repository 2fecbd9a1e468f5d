using System.Text.RegularExpressions;

namespace AllianceAgreements.Azure.Mail;

/// <summary>Takes e-mail addresses out of what mail services say, so that it can be logged and kept.</summary>
internal static partial class AddressRedaction
{
    private const int LongestKept = 500;

    public static string WithoutAddresses(this string text)
    {
        var kept = text.Length > LongestKept ? text[..LongestKept] + "…" : text;
        return Address().Replace(kept, "[address]");
    }

    // Rather too much than too little: every run of characters around an @, also where it is written in code.
    [GeneratedRegex(@"[^\s<>,;:""']*(?:@|%40)[^\s<>,;:""']*", RegexOptions.NonBacktracking | RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}
