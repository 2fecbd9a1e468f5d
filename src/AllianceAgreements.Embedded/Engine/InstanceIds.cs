namespace AllianceAgreements.Embedded.Engine;

/// <summary>What may be an instance id: the limits of Durable Functions, so that an id is good on both engines.</summary>
internal static class InstanceIds
{
    public const int MaxLength = 100;

    public static void Check(string instanceId, string parameterName)
    {
        var valid = instanceId.Length is > 0 and <= MaxLength
            && instanceId[0] != '@'
            && !instanceId.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?');
        if (!valid)
        {
            throw new ArgumentException(
                $"'{instanceId}' is no instance id: it needs 1 to {MaxLength} characters, no control characters and none of / \\ # ?, "
                + "and must not start with @.",
                parameterName);
        }
    }
}
