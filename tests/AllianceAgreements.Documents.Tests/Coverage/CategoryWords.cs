using System.Text.RegularExpressions;

namespace AllianceAgreements.Documents.Tests.Coverage;

/// <summary>Words by which a lawyer would know that a clause speaks of a category. Chosen by the category, not by the map.</summary>
internal static class CategoryWords
{
    private static readonly Dictionary<string, string> ByCategory = new(StringComparer.Ordinal)
    {
        ["Document Name"] = "(Agreement|Alliance).* \\(this “Agreement”\\)",
        ["Parties"] = "organized under the laws of .*principal office",
        ["Agreement Date"] = "on the date written beside the signature",
        ["Effective Date"] = "Effective Date\\W+[A-Z][a-z]+ \\d{1,2}, \\d{4}|begins on the Effective Date",
        ["Expiration Date"] = "initial term of .*months? .*through [A-Z][a-z]+ \\d{1,2}, \\d{4}",
        ["Renewal Term"] = "further term of .*\\d+\\) months?",
        ["Notice Period to Terminate Renewal"] = "notice, at least .*\\d+\\) days? before .*not wish to renew",
        ["Governing Law"] = "governed by the laws of",
        ["Most Favored Nation"] = "lower price.*shall offer that price",
        ["Non-Compete"] = "no Party shall.* compete with the Alliance",
        ["Exclusivity"] = "no Party shall collaborate with anyone other|all that it requires|\\| (Exclusive|Sole) \\|",
        ["Competitive Restriction Exception"] = "This does not apply|no exclusivity limits",
        ["No-Solicit of Employees"] = "solicit for employment an employee",
        ["Non-Disparagement"] = "publicly disparage",
        ["Termination for Convenience"] = "\\| Convenience \\||may withdraw from this Agreement by .* notice",
        ["Rofr/Rofo/Rofn"] = "shall first (offer|notify)|wishes to accept it, shall notify",
        ["Change of Control"] = "notify every other Party of a Change of Control|\\| Change of Control \\|",
        ["Anti-Assignment"] = "No Party may assign|(No Party|no Investor) shall transfer|may transfer Purchased Shares only",
        ["Revenue/Profit Sharing"] = "distribute available cash.*in proportion",
        ["Price Restrictions"] = "price of each Product is adjusted|No adjustment raises a price|Prices change in no other way|[Ff]ees? .*fair market value",
        ["Minimum Commitment"] = "at least the minimum quantity|shall order at least",
        ["Volume Restriction"] = "reject it only so far as it exceeds",
        ["IP Ownership Assignment"] = "\\bassigns?\\b",
        ["Joint IP Ownership"] = "jointly",
        ["License Grant"] = "grants?\\b.*\\b[Ll]icense|License of the subject",
        ["Non-Transferable License"] = "non-transferable|sublicensed only",
        ["Affiliate License-Licensor"] = "cause its Affiliates to grant",
        ["Affiliate License-Licensee"] = "extend its rights .*Affiliate|sublicensed only to the licensee’s Affiliates",
        ["Irrevocable or Perpetual License"] = "perpetual.*license",
        ["Post-Termination Services"] = "(From|[Oo]n|after) (an|the) Exit( Date)?\\b|outlast|shall carry out each Transfer Protocol",
        ["Audit Rights"] = "\\b(audit|inspect)\\b.*(books|records)",
        ["Uncapped Liability"] = "limits do not apply to .*fraud",
        ["Cap on Liability"] = "total liability .*limited|No Party is liable .*for indirect",
        ["Liquidated Damages"] = "credit .*percent .*reasonable estimate",
        ["Warranty Duration"] = "warrants .*\\d+\\) months?",
        ["Insurance"] = "insurance",
        ["Covenant Not to Sue"] = "no Party shall contest",
        ["Third Party Beneficiary"] = "no right to anyone who is not a Party",
    };

    /// <summary>Whether a clause speaks of a category; false for a category that no form addresses.</summary>
    public static bool AreIn(string text, string category) =>
        ByCategory.TryGetValue(category, out var words) && Regex.IsMatch(text, words, RegexOptions.Singleline, TimeSpan.FromSeconds(5));
}
