using FluentValidation;

namespace AllianceAgreements.Domain.Intake.Validation;

internal sealed class CompanyTermsRules : AbstractValidator<CompanyTerms>
{
    public CompanyTermsRules()
    {
        RuleFor(company => company.Name).Text(TextRules.Name);
        RuleFor(company => company.Jurisdiction).Text(TextRules.Name);
        RuleFor(company => company.Board).Items(1, 20, "parties");
        RuleFor(company => company.Board).Distinct(seats => seats.Party, nameof(BoardSeats.Party));
        RuleForEach(company => company.Board).SetValidator(new BoardSeatsRules());
        RuleFor(company => company.InitialCapital).SetValidator(new MoneyRules());
    }
}

internal sealed class BoardSeatsRules : AbstractValidator<BoardSeats>
{
    public BoardSeatsRules()
    {
        RuleFor(seats => seats.Party).NamesParty();
        RuleFor(seats => seats.Seats).Within(1, 10);
    }
}
