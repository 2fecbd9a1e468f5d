using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Intake.Images;

namespace AllianceAgreements.Documents.Values;

/// <summary>
/// Everything that a template can show: the fields of the request by their JSON names, and what follows from them.
/// Parties are named by their short names, which are defined terms of the agreement.
/// </summary>
internal sealed class AgreementFields
{
    private readonly string _lead;

    public AgreementFields(AgreementRequest request, string reference, int revision)
    {
        Request = request;
        Reference = reference;
        Revision = revision;
        _lead = request.Parties.Single(party => party.Role == PartyRole.Lead).ShortName;
        Parties = [.. request.Parties.Select(party => new PartyFields(party))];
        LedgerTotals = LedgerFields.Total(request.ResourceLedger);
        LedgerByParty = LedgerFields.Group(request);
        Signatories = SignatoryFields.InSigningOrder(request);
    }

    public AgreementFields(DraftingInput input)
        : this(input.Terms.Request, input.Reference, input.Revision)
    {
    }

    /// <summary>What a template can show.</summary>
    public static ObjectShape Shape { get; } = ShapeReader.Read(typeof(AgreementFields), RequestJson.Options);

    /// <summary>The request, whose fields stand beside the following.</summary>
    [Flatten]
    public AgreementRequest Request { get; }

    /// <summary>The agreement's reference ("AA-2026-7F3K-9Q2M").</summary>
    public string Reference { get; }

    /// <summary>The revision, from 1.</summary>
    public int Revision { get; }

    /// <summary>The parties, in the order of the request.</summary>
    public IReadOnlyList<PartyFields> Parties { get; }

    /// <summary>The lead organization.</summary>
    public PartyFields Lead => Parties.Single(party => party.IsLead);

    /// <summary>Every other party, in the order of the request.</summary>
    public IReadOnlyList<PartyFields> Partners => [.. Parties.Where(party => !string.Equals(party.Party.ShortName, _lead, StringComparison.Ordinal))];

    /// <summary>The value of all contributions, a total for each currency, by first appearance in the ledger.</summary>
    public IReadOnlyList<CurrencyTotal> LedgerTotals { get; }

    /// <summary>The ledger by party, in the order of the parties; parties without a contribution are left out.</summary>
    public IReadOnlyList<LedgerFields> LedgerByParty { get; }

    /// <summary>Who signs, in signing order; see <see cref="SigningOrder"/>.</summary>
    public IReadOnlyList<SignatoryFields> Signatories { get; }

    /// <summary>The last day of the initial term: the day before the effective date comes round after <see cref="Term.InitialMonths"/>.</summary>
    public DateOnly InitialTermEnds => Request.Term.EffectiveDate.AddMonths(Request.Term.InitialMonths).AddDays(-1);
}

/// <summary>A party.</summary>
internal sealed class PartyFields(Party party)
{
    /// <summary>The party, whose fields stand beside the following.</summary>
    [Flatten]
    public Party Party { get; } = party;

    /// <summary>Whether it is the lead organization.</summary>
    public bool IsLead => Party.Role == PartyRole.Lead;

    /// <summary>Its logo, which <c>{{image …}}</c> places; its description is the full legal name. May be absent.</summary>
    public Picture? Logo { get; } = ReadLogo(party);

    private static Picture? ReadLogo(Party party) =>
        party.Logo is null ? null
        : RasterImage.TryRead(party.Logo, out var image, out var problem) ? new Picture(image, party.LegalName)
        : throw new InvalidDataException($"The logo of {party.ShortName} {problem}.");
}
