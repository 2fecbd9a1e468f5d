using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class PartyRules : AbstractValidator<Party>
{
    public PartyRules()
    {
        RuleFor(party => party.LegalName).Text(TextRules.Name);
        RuleFor(party => party.ShortName).Text(longest: 40, shortest: 2).NotDefined();
        RuleFor(party => party.EntityType).Text(TextRules.Name);
        RuleFor(party => party.Jurisdiction).Text(TextRules.Name);
        RuleFor(party => party.Address).SetValidator(new AddressRules());
        RuleFor(party => party.Logo).Logo();
        RuleFor(party => party.Signatory).SetValidator(new SignatoryRules());
        RuleFor(party => party.Approvers).Items(1, 10, "approvers");
        RuleForEach(party => party.Approvers).SetValidator(new ApproverRules());
    }
}

internal sealed class AddressRules : AbstractValidator<Address>
{
    public AddressRules()
    {
        RuleFor(address => address.Street).Text(TextRules.Name);
        RuleFor(address => address.City).Text(TextRules.Name);
        RuleFor(address => address.Region).Text(TextRules.Name);
        RuleFor(address => address.PostalCode).Text(longest: 20);
        RuleFor(address => address.Country).IsCountry();
    }
}

internal sealed class SignatoryRules : AbstractValidator<Signatory>
{
    public SignatoryRules()
    {
        RuleFor(signatory => signatory.Name).Text(TextRules.Name);
        RuleFor(signatory => signatory.Title).Text(TextRules.Name);
        RuleFor(signatory => signatory.Email).Email();
    }
}

internal sealed class ApproverRules : AbstractValidator<Approver>
{
    public ApproverRules()
    {
        RuleFor(approver => approver.Name).Text(TextRules.Name);
        RuleFor(approver => approver.Title).Text(TextRules.Name);
        RuleFor(approver => approver.Email).Email();
    }
}
