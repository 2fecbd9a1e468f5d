namespace AllianceAgreements.Azure.Keys;

/// <summary>
/// The secrets that partner links are made with: each the base64 of 32 random bytes (<c>openssl rand -base64 32</c>), on Azure a
/// reference to a key vault. To rotate, set a new <see cref="Key"/> and put the old one first among <see cref="PreviousKeys"/>: links that
/// are out go on until the longest of them has run out, and then the old key can go. A key that became known is replaced without that.
/// </summary>
public sealed class LinkKeyOptions
{
    /// <summary>The configuration section these are read from.</summary>
    public const string Section = "Links";

    /// <summary>Makes new links. Required; with an emulator on this machine, one is made and kept there when it is missing.</summary>
    public string? Key { get; set; }

    /// <summary>Their links still work. Default: none. Empty ones count for nothing.</summary>
    public IList<string> PreviousKeys { get; } = [];
}
