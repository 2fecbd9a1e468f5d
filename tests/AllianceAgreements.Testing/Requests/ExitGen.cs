using AllianceAgreements.Domain.Intake;
using CsCheck;
using static AllianceAgreements.Testing.Requests.ValueGen;

namespace AllianceAgreements.Testing.Requests;

/// <content>Intellectual property, protection and exit.</content>
internal sealed partial class SectionGen
{
    public Gen<IpFramework> IpFramework =>
        from background in Optional(BackgroundIp, 4)
        from ownership in Gen.Enum<ForegroundOwnership>().Or(plan.Ownership)
        from owner in AnyParty.When(ownership is ForegroundOwnership.AssignedToParty)
        from derivatives in Gen.Enum<DerivativeWorksOwnership>()
        from licences in Optional(Licence, 3)
        select new IpFramework
        {
            BackgroundIp = background,
            ForegroundOwnership = ownership,
            ForegroundOwner = owner,
            DerivativeWorks = derivatives,
            Licences = licences,
        };

    public Gen<DataProtection> DataProtection =>
        from health in Gen.Bool.Or(plan.HasOptions)
        from terms in BusinessAssociate.When(health)
        from safeguards in Optional(Text, 3)
        select new DataProtection { ProtectedHealthInformation = health, BusinessAssociate = terms, Safeguards = safeguards };

    public Gen<Confidentiality> Confidentiality =>
        from years in Gen.Int[1, 20]
        from kinds in Optional(Text, 3)
        from secrets in Gen.Bool.Or(plan.HasOptions)
        select new Confidentiality { SurvivalYears = years, AlwaysConfidential = kinds, TradeSecretsIndefinitely = secrets };

    public Gen<TerminationTrigger> Trigger =>
        from kind in Gen.Enum<TerminationTriggerKind>()
        from criterion in Paragraph
        from cure in Gen.Int[0, 365]
        from notice in Gen.Int[0, 730]
        select new TerminationTrigger { Kind = kind, Criterion = criterion, CureDays = cure, NoticeDays = notice };

    public Gen<TransferProtocol> Transfer =>
        from kind in Gen.Enum<TransferKind>()
        from subject in Text
        from parties in TwoParties
        from method in Text
        from days in Gen.Int[1, 730]
        select new TransferProtocol { Kind = kind, Subject = subject, From = parties.First, To = parties.Second, Method = method, Days = days };

    public Gen<TransitionService> TransitionService =>
        from service in Text
        from parties in TwoParties
        from months in Gen.Int[1, 36]
        from basis in Gen.Enum<FeeBasis>()
        from fee in ValueGen.Money.When(basis is FeeBasis.FixedMonthly)
        from hundredths in Gen.Int[0, 10_000].NumberWhen(basis is FeeBasis.CostPlus)
        from level in Text
        select new TransitionService
        {
            Service = service,
            Provider = parties.First,
            Recipient = parties.Second,
            Months = months,
            FeeBasis = basis,
            MonthlyFee = fee,
            MarkupPercent = hundredths / 100m,
            ServiceLevel = level,
        };

    public Gen<ExitCommunicationPlan> ExitCommunication =>
        from spokesperson in AnyParty
        from days in Gen.Int[1, 60]
        from audiences in Audience.Array[1, 3]
        select new ExitCommunicationPlan { Spokesperson = spokesperson, JointStatementDays = days, Audiences = audiences };

    private Gen<BackgroundIp> BackgroundIp =>
        from party in AnyParty
        from description in Text
        select new BackgroundIp { Party = party, Description = description };

    private Gen<IpLicence> Licence =>
        from parties in TwoParties
        from subject in Text
        from fieldOfUse in Text
        from territory in Text
        from exclusivity in Gen.Enum<Exclusivity>()
        select new IpLicence
        {
            Licensor = parties.First,
            Licensees = [parties.Second],
            Subject = subject,
            Field = fieldOfUse,
            Territory = territory,
            Exclusivity = exclusivity,
        };

    private Gen<BusinessAssociateTerms> BusinessAssociate =>
        from covered in Gen.Int[1, shortNames.Length - 1]
        from uses in Text.Array[1, 3]
        from days in Gen.Int[1, 60]
        from disposition in Gen.Enum<DataDisposition>()
        select new BusinessAssociateTerms
        {
            CoveredEntities = shortNames[..covered],
            BusinessAssociates = shortNames[covered..],
            PermittedUses = uses,
            BreachNoticeDays = days,
            AtTermination = disposition,
        };

    private Gen<ExitAudience> Audience =>
        from audience in Text
        from party in AnyParty
        from channel in Text
        from days in Gen.Int[0, 180]
        select new ExitAudience { Audience = audience, ResponsibleParty = party, Channel = channel, Days = days };
}
