namespace AllianceAgreements.Domain.Intake;

/// <summary>The legal form an alliance takes.</summary>
public enum AllianceForm
{
    /// <summary>Cooperation by contract alone; nobody holds shares in anybody.</summary>
    NonEquityAlliance,

    /// <summary>Cooperation by contract with a minority shareholding.</summary>
    EquityAlliance,

    /// <summary>A company or partnership that the parties own together.</summary>
    JointVenture,

    /// <summary>A consortium that develops something together.</summary>
    CoDevelopmentConsortium,

    /// <summary>A lasting supply relationship.</summary>
    SupplyChainPartnership,
}
