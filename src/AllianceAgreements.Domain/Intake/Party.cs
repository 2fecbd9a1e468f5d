namespace AllianceAgreements.Domain.Intake;

/// <summary>A party to the agreement.</summary>
public sealed record Party
{
    /// <summary>The full legal name.</summary>
    public required string LegalName { get; init; }

    /// <summary>The name the agreement and the rest of the request call it by; unique ignoring case, 2 to 40 characters, not a defined term such as "Party".</summary>
    public required string ShortName { get; init; }

    /// <summary>What kind of entity it is ("nonprofit corporation").</summary>
    public required string EntityType { get; init; }

    /// <summary>The law it is organized under ("State of Minnesota").</summary>
    public required string Jurisdiction { get; init; }

    /// <summary>The registered address.</summary>
    public required Address Address { get; init; }

    /// <summary>
    /// Its logo, for the cover of the agreement; may be left out. A PNG or JPEG file in base64 (RFC 4648, section 4), at most 256 KiB, 16 to
    /// 3,000 pixels wide and high; the whole request, logos in base64 included, has at most 1 MiB. Where it cannot be seen, it is read out as the party's full legal name.
    /// </summary>
    public string? Logo { get; init; }

    /// <summary>Lead or partner.</summary>
    public required PartyRole Role { get; init; }

    /// <summary>Who signs for it.</summary>
    public required Signatory Signatory { get; init; }

    /// <summary>Who approves for it; 1 to 10.</summary>
    public required IReadOnlyList<Approver> Approvers { get; init; }
}

/// <summary>A party's part in the alliance.</summary>
public enum PartyRole
{
    /// <summary>The lead organization; exactly one.</summary>
    Lead,

    /// <summary>Every other party.</summary>
    Partner,
}

/// <summary>A postal address.</summary>
public sealed record Address
{
    /// <summary>Street and number.</summary>
    public required string Street { get; init; }

    /// <summary>City.</summary>
    public required string City { get; init; }

    /// <summary>State or region; may be left out.</summary>
    public string? Region { get; init; }

    /// <summary>Postal code, at most 20 characters.</summary>
    public required string PostalCode { get; init; }

    /// <summary>The country, as an ISO 3166-1 alpha-2 code.</summary>
    public required string Country { get; init; }
}

/// <summary>The person who signs for a party.</summary>
public sealed record Signatory
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Office held ("Chief Executive Officer").</summary>
    public required string Title { get; init; }

    /// <summary>Where the signature request goes: a plain address of at most 254 ASCII characters.</summary>
    public required string Email { get; init; }
}

/// <summary>A person who approves for a party.</summary>
public sealed record Approver
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Office held ("General Counsel").</summary>
    public required string Title { get; init; }

    /// <summary>Where the approval request goes: as a signatory's, and unique among all approvers of the agreement.</summary>
    public required string Email { get; init; }
}
