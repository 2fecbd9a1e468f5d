using AllianceAgreements.Domain.Intake.Reading;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>
/// The addresses that mail is sent to: the dot-atom form of RFC 5321 and RFC 5322, ASCII, a full domain name. No display
/// name, quoting, comment or address literal, so that nothing a request holds can change a mail's headers or recipients.
/// </summary>
internal static class EmailRules
{
    private const int Longest = 254;
    private const int LongestLocalPart = 64;
    private const int LongestLabel = 63;
    private const string AtomSymbols = "!#$%&'*+-/=?^_`{|}~";

    /// <summary>The problem, or null.</summary>
    public static string? Problem(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return value.Length > Longest ? $"has {value.Length} characters; an e-mail address has at most {Longest}"
            : at >= 0 && IsLocalPart(value[..at]) && IsDomain(value[(at + 1)..]) ? null
            : value.Any(character => !char.IsAscii(character))
                ? $"is {Quoted.Value(value)}; give an address in ASCII letters, an international domain in its xn-- form"
                : $"is {Quoted.Value(value)}, which is no e-mail address; give the address alone, like name@hospital.example";
    }

    private static bool IsLocalPart(string local) =>
        local.Length <= LongestLocalPart
        && local.Split('.').All(atom => atom.Length > 0 && atom.All(c => char.IsAsciiLetterOrDigit(c) || AtomSymbols.Contains(c, StringComparison.Ordinal)));

    private static bool IsDomain(string domain)
    {
        var labels = domain.Split('.');
        return labels.Length >= 2 && labels.All(IsLabel) && !labels[^1].All(char.IsAsciiDigit);
    }

    private static bool IsLabel(string label) =>
        label.Length is > 0 and <= LongestLabel
        && label.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
        && !label.StartsWith('-') && !label.EndsWith('-');
}
