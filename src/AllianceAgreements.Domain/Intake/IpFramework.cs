namespace AllianceAgreements.Domain.Intake;

/// <summary>Who owns and may use what intellectual property.</summary>
public sealed record IpFramework
{
    /// <summary>What each party brings and keeps; at most 200 entries.</summary>
    public required IReadOnlyList<BackgroundIp> BackgroundIp { get; init; }

    /// <summary>Who owns what the alliance creates.</summary>
    public required ForegroundOwnership ForegroundOwnership { get; init; }

    /// <summary>The owner; with <see cref="ForegroundOwnership.AssignedToParty"/> only.</summary>
    public string? ForegroundOwner { get; init; }

    /// <summary>Who owns derivative works of background IP.</summary>
    public required DerivativeWorksOwnership DerivativeWorks { get; init; }

    /// <summary>Licences the parties grant each other; at most 100.</summary>
    public required IReadOnlyList<IpLicence> Licences { get; init; }
}

/// <summary>Intellectual property a party had before, or makes outside, the alliance.</summary>
public sealed record BackgroundIp
{
    /// <summary>Its owner.</summary>
    public required string Party { get; init; }

    /// <summary>What it is.</summary>
    public required string Description { get; init; }
}

/// <summary>Who owns foreground intellectual property.</summary>
public enum ForegroundOwnership
{
    /// <summary>All parties together, in equal undivided shares.</summary>
    Joint,

    /// <summary>The party whose people made it.</summary>
    ByInventorship,

    /// <summary>One named party.</summary>
    AssignedToParty,
}

/// <summary>Who owns a derivative work of background intellectual property.</summary>
public enum DerivativeWorksOwnership
{
    /// <summary>The owner of the background it derives from.</summary>
    BackgroundOwner,

    /// <summary>The party that made it.</summary>
    Creator,

    /// <summary>It is treated as foreground.</summary>
    AsForeground,
}

/// <summary>A licence between parties.</summary>
public sealed record IpLicence
{
    /// <summary>The party that grants it.</summary>
    public required string Licensor { get; init; }

    /// <summary>The parties that receive it; at least one, each once, not the licensor.</summary>
    public required IReadOnlyList<string> Licensees { get; init; }

    /// <summary>What is licensed.</summary>
    public required string Subject { get; init; }

    /// <summary>The field of use.</summary>
    public required string Field { get; init; }

    /// <summary>The territory.</summary>
    public required string Territory { get; init; }

    /// <summary>How exclusive it is.</summary>
    public required Exclusivity Exclusivity { get; init; }
}

/// <summary>How exclusive a licence is.</summary>
public enum Exclusivity
{
    /// <summary>Others may be licensed.</summary>
    NonExclusive,

    /// <summary>Nobody else is licensed; the licensor may still use.</summary>
    Sole,

    /// <summary>Nobody else, the licensor included, may use.</summary>
    Exclusive,
}
