namespace AllianceAgreements.Bench;

/// <summary>Prints figures, and the goals beside those that have one.</summary>
internal sealed class Report
{
    public bool AllMet { get; private set; } = true;

    public static void Section(string title) => Console.WriteLine($"\n{title}");

    public static void Figure(string what, string value) => Console.WriteLine($"  {what,-90} {value,18}");

    public void Goal(string what, double value, double goal, bool atLeast)
    {
        var met = atLeast ? value >= goal : value <= goal;
        AllMet &= met;
        Figure(what, $"{value:0.00} ({(atLeast ? "≥" : "≤")} {goal:0.0#}: {(met ? "met" : "missed")})");
    }

    /// <summary>Notes that a goal could not be judged, which counts as missed.</summary>
    public void Miss(string why)
    {
        AllMet = false;
        Figure(why, "missed");
    }
}
