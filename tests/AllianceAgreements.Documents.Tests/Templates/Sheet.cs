using AllianceAgreements.Documents.Values;
using AllianceAgreements.Domain.Intake;

namespace AllianceAgreements.Documents.Tests.Templates;

/// <summary>Data with a field of every kind.</summary>
internal sealed record Sheet
{
    public string Title { get; init; } = "Heart Alliance";

    public string? Note { get; init; }

    public int Months { get; init; } = 18;

    public decimal Rate { get; init; } = 12.5m;

    public bool Urgent { get; init; }

    public DateOnly Due { get; init; } = new(2027, 3, 1);

    public Cadence Cadence { get; init; } = Cadence.SemiAnnually;

    public Money Price { get; init; } = new() { Amount = 1_250_000m, Currency = "USD" };

    public Money? Fee { get; init; }

    public IReadOnlyList<string> Names { get; init; } = ["A", "B", "C"];

    public IReadOnlyList<Person> People { get; init; } = [new("Ada", ["maths", "poetry"]), new("Bo", [])];

    public Office? Office { get; init; }

    public Picture? Logo { get; init; }

    public Picture? Seal { get; init; }
}

internal sealed record Person(string Name, IReadOnlyList<string> Skills);

internal sealed record Office(string City, string? Floor = null);
