using AllianceAgreements.Embedded.Engine.State;

namespace AllianceAgreements.Embedded.Engine.Commands;

/// <summary>One change, applied on the engine's thread in a transaction it shares with others.</summary>
internal abstract class EngineCommand
{
    /// <summary>Makes the change. An exception from here means that the store cannot be trusted, and stops the engine.</summary>
    public abstract void Apply(EngineState state, DateTime now);

    /// <summary>The change is durable.</summary>
    public virtual void Committed()
    {
    }

    /// <summary>The change will not be made: the engine has stopped.</summary>
    public virtual void Abandoned(Exception reason)
    {
    }
}

/// <summary>Changes nothing; makes the engine look for work.</summary>
internal sealed class Wake : EngineCommand
{
    public static Wake Up { get; } = new();

    public override void Apply(EngineState state, DateTime now)
    {
    }
}
