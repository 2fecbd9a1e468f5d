using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class IpFrameworkRules : AbstractValidator<IpFramework>
{
    public IpFrameworkRules()
    {
        RuleFor(framework => framework.BackgroundIp).Items(0, 200, "entries");
        RuleForEach(framework => framework.BackgroundIp).SetValidator(new BackgroundIpRules());
        RuleFor(framework => framework.ForegroundOwner).NamesParty();
        RuleFor(framework => framework.ForegroundOwner).GivenExactlyWhen(
            framework => framework.ForegroundOwnership is ForegroundOwnership.AssignedToParty,
            decidedBy: nameof(IpFramework.ForegroundOwnership),
            whenMissing: "foreground that is assigned to a party needs its owner, so give the party's short name",
            whenGiven: "only foreground with the ownership AssignedToParty has a named owner");
        RuleFor(framework => framework.Licences).Items(0, 100, "licences");
        RuleForEach(framework => framework.Licences).SetValidator(new IpLicenceRules());
    }
}

internal sealed class BackgroundIpRules : AbstractValidator<BackgroundIp>
{
    public BackgroundIpRules()
    {
        RuleFor(background => background.Party).NamesParty();
        RuleFor(background => background.Description).Text(TextRules.Phrase);
    }
}

internal sealed class IpLicenceRules : AbstractValidator<IpLicence>
{
    public IpLicenceRules()
    {
        RuleFor(licence => licence.Licensor).NamesParty();
        RuleFor(licence => licence.Licensees).Items(1, 20, "licensees");
        RuleFor(licence => licence.Licensees).Distinct(licensee => licensee);
        RuleForEach(licence => licence.Licensees).NamesParty();
        RuleForEach(licence => licence.Licensees).Finds((context, licensee) =>
            licensee is null || !string.Equals(licensee, context.InstanceToValidate.Licensor, StringComparison.OrdinalIgnoreCase) ? null
            : $"is {Quoted.Value(licensee)}, the licensor; a party needs no licence of its own, so give another party");
        RuleFor(licence => licence.Subject).Text(TextRules.Phrase);
        RuleFor(licence => licence.Field).Text(TextRules.Phrase);
        RuleFor(licence => licence.Territory).Text(TextRules.Name);
    }
}
