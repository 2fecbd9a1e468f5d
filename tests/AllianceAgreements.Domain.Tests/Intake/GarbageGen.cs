using CsCheck;

namespace AllianceAgreements.Domain.Tests.Intake;

/// <summary>Random JSON that looks a little like a request.</summary>
internal static class GarbageGen
{
    private static readonly Gen<string> Name = Gen.OneOf(
        "form", "title", "parties", "shortName", "term", "effectiveDate", "amount", "approvers", "renewal", "x y", "", "\\u0000", "\\ud800", "\\\"'");

    private static readonly Gen<string> Leaf = Gen.OneOf(
        "null", "true", "0", "-1", "1e999", "12.50", "99999999999999999999999999999999999", "\"\"", "\" \"", "\"JointVenture\"",
        "\"2027-02-30\"", "\"\\ud83d\"", "\"\\ud83d\\ude00\"", "\"\\u202e\"", "{}", "[]");

    /// <summary>Text that is JSON, and no request.</summary>
    public static Gen<string> Json { get; } = Gen.Recursive<string>((depth, nested) =>
    {
        var list = nested.Array[0, 4].Select(items => $"[{string.Join(',', items)}]");
        var fields = Gen.Select(Name, nested).Array[0, 6].Select(pairs => $"{{{string.Join(',', pairs.Select(pair => $"\"{pair.Item1}\":{pair.Item2}"))}}}");
        return depth > 6 ? Leaf : Gen.OneOf(Leaf, list, fields, fields);
    });
}
