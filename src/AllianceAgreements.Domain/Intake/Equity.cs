namespace AllianceAgreements.Domain.Intake;

/// <summary>The minority shareholding of an equity alliance: who subscribes for what, and the rights and limits that come with it.</summary>
/// <remarks>
/// Percentages are of the issuer's fully diluted capital immediately after closing: every share issued, and every share that an
/// option, warrant or convertible security then gives a right to.
/// </remarks>
public sealed record EquityTerms
{
    /// <summary>The party that issues the shares.</summary>
    public required string Issuer { get; init; }

    /// <summary>Who subscribes for what; 1 to 19, each investor once, together less than 100 percent.</summary>
    public required IReadOnlyList<EquityInvestment> Investments { get; init; }

    /// <summary>The last day for closing; on or after the effective date.</summary>
    public required DateOnly ClosingDate { get; init; }

    /// <summary>What must be so before closing, beside what the agreement always asks for; at most 50.</summary>
    public required IReadOnlyList<string> ClosingConditions { get; init; }

    /// <summary>Whether investors may take up their share of later issues.</summary>
    public required bool Preemption { get; init; }

    /// <summary>Whether investors receive the issuer's accounts and budget, and may inspect its books.</summary>
    public required bool InformationRights { get; init; }

    /// <summary>Whether investors may have their shares registered for public sale (15 U.S.C. 77f) together with others after an initial public offering.</summary>
    public required bool RegistrationRights { get; init; }

    /// <summary>Whether the issuer, and then the other investors, may buy what an investor wishes to sell, on the terms a buyer offers.</summary>
    public required bool RightOfFirstRefusal { get; init; }

    /// <summary>Whether an investor may join, in proportion, in a sale of control by other holders.</summary>
    public required bool TagAlong { get; init; }

    /// <summary>Percent of the voting shares whose holders may oblige investors to join a sale of the whole, 51 to 100; left out, nobody may.</summary>
    public int? DragAlongPercent { get; init; }

    /// <summary>Months after closing in which investors sell to no third party, 0 to 120; 0 means that they may at once.</summary>
    public required int LockUpMonths { get; init; }

    /// <summary>
    /// The most an investor may come to hold without the issuer's consent, counted in the same way at that time: over 0 to 50 percent,
    /// at most four decimals, and not less than any investor subscribes for; left out, there is no standstill.
    /// </summary>
    public decimal? StandstillPercent { get; init; }
}

/// <summary>One investor's subscription.</summary>
public sealed record EquityInvestment
{
    /// <summary>The party that subscribes; not the issuer.</summary>
    public required string Investor { get; init; }

    /// <summary>The class of shares ("Series B Preferred Stock").</summary>
    public required string ShareClass { get; init; }

    /// <summary>How many shares, 1 to 1,000,000,000; left out, the number that makes up <see cref="Percent"/> at closing.</summary>
    public int? Shares { get; init; }

    /// <summary>What they make up, over 0 and under 50 percent, at most four decimals.</summary>
    public required decimal Percent { get; init; }

    /// <summary>What the investor pays for all of them.</summary>
    public required Money Price { get; init; }

    /// <summary>Its place at the issuer's board.</summary>
    public required BoardRight BoardRight { get; init; }
}

/// <summary>A shareholder's place at a board.</summary>
public enum BoardRight
{
    /// <summary>None.</summary>
    None,

    /// <summary>It sends an observer, who has no vote.</summary>
    Observer,

    /// <summary>It nominates a director.</summary>
    Director,
}
