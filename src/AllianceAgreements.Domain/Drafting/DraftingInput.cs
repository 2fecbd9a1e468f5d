using AllianceAgreements.Domain.Terms;

namespace AllianceAgreements.Domain.Drafting;

/// <summary>Everything a draft is made from, besides the templates.</summary>
/// <param name="Terms">The validated terms.</param>
/// <param name="Reference">The agreement's reference, printed in the header ("AA-2026-7F3K-9Q2M").</param>
/// <param name="Revision">The revision, from 1.</param>
public sealed record DraftingInput(AgreementTerms Terms, string Reference, int Revision);
