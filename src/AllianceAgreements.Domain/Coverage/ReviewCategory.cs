namespace AllianceAgreements.Domain.Coverage;

/// <summary>A kind of clause that lawyers look for when they review a contract.</summary>
/// <param name="Name">Its name, as published.</param>
/// <param name="Description">What it asks of a contract, as published.</param>
/// <remarks>
/// The 41 categories are those of the Contract Understanding Atticus Dataset (CUAD) v1 of The Atticus Project, Inc.
/// (https://arxiv.org/abs/2103.06268), licensed under CC BY 4.0; <c>review-categories.json</c> says what was changed.
/// </remarks>
public sealed record ReviewCategory(string Name, string Description);
