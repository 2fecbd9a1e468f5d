using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Domain.Terms;

/// <summary>What revised terms must keep of the terms they replace.</summary>
public static class Revising
{
    /// <summary>
    /// The faults of a revision; empty when it may replace the current terms. The form stays, because the template was
    /// chosen and pinned by it; the parties stay (by short name, ignoring case), because other parties make another agreement.
    /// </summary>
    public static IReadOnlyList<Fault> Check(AgreementTerms current, AgreementTerms revised)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(revised);
        return [.. FormFaults(current.Request, revised.Request), .. PartyFaults(current.Request, revised.Request)];
    }

    private static IEnumerable<Fault> FormFaults(AgreementRequest current, AgreementRequest revised)
    {
        if (revised.Form != current.Form)
        {
            yield return new Fault("$.form", $"is {revised.Form}; a revision keeps the form, so give {current.Form} or start a new agreement");
        }
    }

    private static IEnumerable<Fault> PartyFaults(AgreementRequest current, AgreementRequest revised)
    {
        var before = current.Parties.Select(party => party.ShortName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var after = revised.Parties.Select(party => party.ShortName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var gone in current.Parties.Where(party => !after.Contains(party.ShortName)))
        {
            yield return new Fault("$.parties", $"lacks \"{gone.ShortName}\"; a revision keeps the parties, so keep it or start a new agreement");
        }

        foreach (var (index, added) in revised.Parties.Index().Where(party => !before.Contains(party.Item.ShortName)))
        {
            yield return new Fault(
                $"$.parties[{index}].shortName",
                $"is \"{added.ShortName}\", which is no party of the current terms; a revision keeps the parties, so give a current short name or start a new agreement");
        }
    }
}
