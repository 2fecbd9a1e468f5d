using AllianceAgreements.Domain.Intake;
using CsCheck;

namespace AllianceAgreements.Testing.Requests;

/// <summary>Random valid parties.</summary>
internal static class PartyGen
{
    private static readonly Gen<Address> Address =
        from street in ValueGen.Text
        from city in ValueGen.Text
        from hasRegion in Gen.Bool
        from region in ValueGen.Text.When(hasRegion)
        from country in Gen.OneOf("US", "CA", "IE", "JP", "KW")
        select new Address { Street = street, City = city, Region = region, PostalCode = "H91 X4KC", Country = country };

    private static readonly Gen<string> Logo =
        from width in Gen.Int[16, 90]
        from height in Gen.Int[16, 60]
        from isPng in Gen.Bool
        select LogoFile.Base64(isPng ? LogoFile.Png(width, height) : LogoFile.Jpeg(width, height));

    private static readonly Gen<Party> Party =
        from legalName in ValueGen.Text
        from shortName in Gen.OneOf("Saint Brigid", "Ærø", "病院", "O'Neill & Co", "{{x}}", "a.b-c")
        from entityType in ValueGen.Text
        from jurisdiction in ValueGen.Text
        from address in Address
        from hasLogo in Gen.Bool
        from logo in Logo.When(hasLogo)
        from approvers in ValueGen.Text.Array[1, 3]
        select new Party
        {
            LegalName = legalName,
            ShortName = shortName,
            EntityType = entityType,
            Jurisdiction = jurisdiction,
            Address = address,
            Logo = logo,
            Role = PartyRole.Partner,
            Signatory = new Signatory { Name = legalName, Title = entityType, Email = "signatory@hospital.example" },
            Approvers = [.. approvers.Select(name => new Approver { Name = name, Title = name, Email = "approver@hospital.example" })],
        };

    /// <summary>From 2 to 6 parties with names and addresses that differ, one of them the lead.</summary>
    public static Gen<Party[]> Parties { get; } =
        from parties in Party.Distinct(2, 6, Numbered)
        from lead in Gen.Int[0, parties.Length - 1]
        select parties.Select((party, index) => index == lead ? party with { Role = PartyRole.Lead } : party).ToArray();

    private static Party Numbered(Party party, int number) => party with
    {
        ShortName = $"{party.ShortName} {number}",
        Approvers = [.. party.Approvers.Select((approver, index) => approver with { Email = $"approver{index}@hospital{number}.example" })],
    };
}
