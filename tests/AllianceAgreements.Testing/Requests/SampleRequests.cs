using System.Text.Json.Nodes;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Testing.Requests;

/// <summary>The requests of the samples folder, and what tests make of them.</summary>
public static class SampleRequests
{
    /// <summary>Five parties, protected health information, arbitration, sequential signing.</summary>
    public const string NorthernHeart = "northern-heart-joint-venture.json";

    /// <summary>Four parties in three countries and currencies, no protected health information, courts, parallel signing.</summary>
    public const string NorthAtlanticOncology = "north-atlantic-oncology-joint-venture.json";

    /// <summary>A non-equity alliance of three parties: protected health information, courts, parallel signing.</summary>
    public const string FourRivers = "four-rivers-strategic-alliance.json";

    /// <summary>Three parties: an issuer and two investors, with covenants.</summary>
    public const string GreatBasin = "great-basin-equity-alliance.json";

    /// <summary>Four members of a consortium, foreground owned jointly.</summary>
    public const string ChesapeakeSepsis = "chesapeake-sepsis-consortium.json";

    /// <summary>Two suppliers and two buyers of prescription drugs and kits.</summary>
    public const string GulfCoast = "gulf-coast-supply-partnership.json";

    /// <summary>The file names of all samples.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(Folder, "*.json").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>The bytes of a sample.</summary>
    public static byte[] Read(string name) => File.ReadAllBytes(Path.Combine(Folder, name));

    /// <summary>The validated terms of a sample.</summary>
    public static AgreementTerms Terms(string name) => Accept(Read(name));

    /// <summary>
    /// The bytes of a sample after edits, one a line: <c>$.term.renewal = "None"</c> sets a field (adding it if absent)
    /// or list item, <c>$.parties[1] -</c> removes one.
    /// </summary>
    public static byte[] Edited(string name, string edits)
    {
        var document = JsonNode.Parse(Read(name))!;
        JsonEdits.Apply(document, edits);
        return System.Text.Encoding.UTF8.GetBytes(document.ToJsonString());
    }

    /// <summary>The terms of a request that must pass.</summary>
    public static AgreementTerms Accept(ReadOnlyMemory<byte> utf8Json) => AgreementIntake.Read(utf8Json) switch
    {
        IntakeResult.Accepted accepted => accepted.Terms,
        IntakeResult.Rejected rejected => throw new ArgumentException(string.Join(Environment.NewLine, rejected.Faults), nameof(utf8Json)),
        _ => throw new InvalidOperationException(),
    };
}
