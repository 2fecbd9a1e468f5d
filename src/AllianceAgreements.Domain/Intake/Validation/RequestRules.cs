using AllianceAgreements.Domain.Intake.Reading;
using FluentValidation;
using FluentValidation.Results;

namespace AllianceAgreements.Domain.Intake.Validation;

/// <summary>Runs the rules over a request whose structure has been read.</summary>
internal static class RequestRules
{
    private static readonly AgreementRequestRules Rules = new();

    /// <summary>
    /// Adds a fault for every broken rule, except where structure faults make the rule's own field, or the field that
    /// decides whether it applies (the rule's custom state), unreadable.
    /// </summary>
    public static void Check(AgreementRequest request, FaultList faults)
    {
        var context = new ValidationContext<AgreementRequest>(request);
        RequestFacts.Of(request, faults).AddTo(context);
        var judged = Rules.Validate(context).Errors
            .Select(failure => (Path: PathOf(failure), failure.ErrorMessage, DecidedBy: failure.CustomState as string))
            .Where(broken => IsReadable(broken.Path, broken.DecidedBy, faults))
            .ToArray();
        foreach (var (path, message, _) in judged)
        {
            faults.Add(path, message);
        }
    }

    private static bool IsReadable(JsonPath path, string? decidedBy, FaultList structure) =>
        structure.IsSound(path)
        && (decidedBy is null || structure.IsSound(path.Parent!.Field(JsonNameOf(decidedBy))));

    /// <summary>"Parties[1].ShortName" as a path.</summary>
    private static JsonPath PathOf(ValidationFailure failure)
    {
        var path = JsonPath.Root;
        foreach (var step in failure.PropertyName.Split('.'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            path = bracket < 0
                ? path.Field(JsonNameOf(step))
                : path.Field(JsonNameOf(step[..bracket])).Item(int.Parse(step.AsSpan()[(bracket + 1)..^1]));
        }

        return path;
    }

    private static string JsonNameOf(string property) => RequestJson.Options.PropertyNamingPolicy!.ConvertName(property);
}
