namespace AllianceAgreements.Workflows.Orchestration;

/// <summary>What both engines take: the limits of Durable Functions, so that what works on one works on the other.</summary>
public static class OrchestrationLimits
{
    /// <summary>Characters of an instance id.</summary>
    public const int InstanceIdLength = 100;

    /// <summary>Characters of a custom status as JSON: 16 KiB of UTF-16.</summary>
    public const int CustomStatusLength = 16 * 1024 / sizeof(char);

    /// <summary>Rows of a page of instances.</summary>
    public const int PageSize = 1000;

    /// <summary>Characters of a text searched for.</summary>
    public const int TextLength = 200;

    /// <summary>Checks that a text may be an instance id.</summary>
    /// <exception cref="ArgumentException">It may not.</exception>
    public static void CheckInstanceId(string instanceId, string parameterName)
    {
        ArgumentNullException.ThrowIfNull(instanceId, parameterName);
        var valid = instanceId.Length is > 0 and <= InstanceIdLength
            && instanceId[0] != '@'
            && !instanceId.Any(c => char.IsControl(c) || c is '/' or '\\' or '#' or '?');
        if (!valid)
        {
            throw new ArgumentException(
                $"'{instanceId}' is no instance id: it needs 1 to {InstanceIdLength} characters, no control characters and none of / \\ # ?, "
                + "and must not start with @.",
                parameterName);
        }
    }

    /// <summary>Checks the length of a custom status.</summary>
    /// <param name="json">As serialised; null for none.</param>
    /// <param name="parameterName">For the exception.</param>
    /// <exception cref="ArgumentException">It is too long.</exception>
    public static void CheckCustomStatus(string? json, string parameterName)
    {
        if (json?.Length > CustomStatusLength)
        {
            throw new ArgumentException(
                $"The custom status is {json.Length} characters of JSON; at most {CustomStatusLength} are kept.", parameterName);
        }
    }

    /// <summary>Checks the ranges of a query.</summary>
    /// <exception cref="ArgumentException">It is out of them.</exception>
    public static void Check(OrchestrationQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.PageSize is < 1 or > PageSize)
        {
            throw new ArgumentException($"A page has 1 to {PageSize} rows; {query.PageSize} were asked for.", nameof(query));
        }

        if (query.Text?.Length > TextLength)
        {
            throw new ArgumentException($"The text searched for has at most {TextLength} characters.", nameof(query));
        }
    }
}
