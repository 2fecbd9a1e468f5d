using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>What rules of one section need to know of the others.</summary>
/// <param name="PartyNames">The short names, in order; null when one of them could not be read, so that references cannot be judged.</param>
/// <param name="RolesReadable">Whether every party's role could be read.</param>
/// <param name="CovenantsReadable">Whether every covenant that is given could be read.</param>
/// <param name="InsuranceReadable">Whether everything about insurance that is given could be read.</param>
/// <param name="EffectiveDate">The first day; the earliest date there is when it could not be read or is not a sensible one.</param>
internal sealed record RequestFacts(IReadOnlyList<string>? PartyNames, bool RolesReadable, bool CovenantsReadable, bool InsuranceReadable, DateOnly EffectiveDate)
{
    private const string Key = nameof(RequestFacts);

    public static RequestFacts Of(AgreementRequest request, FaultList structure)
    {
        var parties = request.Parties is { } list && list.All(party => party?.ShortName is not null) ? list : null;
        var effective = request.Term?.EffectiveDate ?? default;
        return new RequestFacts(
            parties?.Select(party => party.ShortName).ToArray(),
            parties is not null && !structure.AnyAt(path => path is { Name: "role", Parent.Parent.Name: "parties" }),
            !structure.AnyAt(path => path is { Parent: { Name: "covenants", Parent.Parent: null } }),
            !structure.AnyAt(path => path.SelfAndAncestors().Any(place => place is { Name: "insurance", Parent.Parent: null })),
            DateRules.IsSensibleStart(effective) ? effective : default);
    }

    /// <summary>The facts of the request that is being validated.</summary>
    public static RequestFacts From(IValidationContext context) => (RequestFacts)context.RootContextData[Key];

    /// <summary>Whether a party bears the name; true when that cannot be judged.</summary>
    public bool MayName(string name) => PartyNames?.Contains(name, StringComparer.OrdinalIgnoreCase) ?? true;

    public void AddTo(IValidationContext context) => context.RootContextData[Key] = this;
}
