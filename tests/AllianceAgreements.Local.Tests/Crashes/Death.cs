using System.Globalization;

namespace AllianceAgreements.Local.Tests.Crashes;

/// <summary>Where one life of the process ends.</summary>
/// <param name="At">At which of the points that concern it; 0 for none.</param>
/// <param name="Prefix">Only points whose name begins with this concern it.</param>
/// <param name="Spared">Names of points that do not.</param>
internal sealed record Death(int At, string Prefix, IReadOnlySet<string> Spared)
{
    public static Death None { get; } = new(0, "", new HashSet<string>());

    /// <summary>At the so-manieth point, whichever that is.</summary>
    public static Death AfterPoints(int points) => None with { At = points };

    /// <summary>At the first point of a kind at which no life has ended yet.</summary>
    public static Death AtNew(string prefix, IEnumerable<string> spared) => new(1, prefix, spared.ToHashSet());

    public static Death Parse(string[] args) => new(int.Parse(args[0], CultureInfo.InvariantCulture), args[1], args[2..].ToHashSet());

    public string[] ToArguments() => [At.ToString(CultureInfo.InvariantCulture), Prefix, .. Spared];

    public bool Concerns(string point) => At > 0 && point.StartsWith(Prefix, StringComparison.Ordinal) && !Spared.Contains(point);
}
