namespace AllianceAgreements.Domain.Record;

/// <summary>Who did what an entry records.</summary>
/// <param name="Kind">In which capacity.</param>
/// <param name="Name">A person's name, or the part of the system.</param>
public sealed record Actor(ActorKind Kind, string Name)
{
    /// <summary>
    /// The account they were signed in with, as it stays when people are renamed (Entra ID: tenant and object id); null where there are no accounts,
    /// as for partners.
    /// </summary>
    public string? Account { get; init; }

    /// <summary>The product itself: a workflow step, a timer.</summary>
    public static Actor System { get; } = new(ActorKind.System, "Alliance Agreements");
}

/// <summary>In which capacity somebody acted.</summary>
public enum ActorKind
{
    /// <summary>The product itself.</summary>
    System,

    /// <summary>A member of the legal team.</summary>
    Legal,

    /// <summary>An administrator.</summary>
    Administrator,

    /// <summary>An approver or signatory of a party, acting through a link.</summary>
    Partner,
}
