using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Web.Components;

/// <summary>Reads which agreements are asked for from the query of an address; the list page and the API take the same.</summary>
internal static class AgreementFilter
{
    /// <summary>The query; what is wrong with it goes into <paramref name="errors"/>, by parameter.</summary>
    public static AgreementQuery Read(IQueryCollection values, IDictionary<string, string[]> errors)
    {
        var query = new AgreementQuery
        {
            Status = ReadName<AgreementStatus>(values, "status", errors),
            Form = ReadName<AllianceForm>(values, "form", errors),
            Text = ReadText(values, "q", errors),
            Party = ReadText(values, "party", errors),
            Continuation = Single(values, "continuation", errors),
        };
        if (Single(values, "top", errors) is { } top)
        {
            if (int.TryParse(top, out var count) && count is >= 1 and <= AgreementQuery.MaximumTop)
            {
                query = query with { Top = count };
            }
            else
            {
                errors["top"] = [$"is not a number from 1 to {AgreementQuery.MaximumTop}"];
            }
        }

        return query;
    }

    private static string? ReadText(IQueryCollection values, string name, IDictionary<string, string[]> errors)
    {
        var text = Single(values, name, errors)?.Trim();
        if (text?.Length > AgreementQuery.MaximumText)
        {
            errors[name] = [$"has {text.Length} characters; give at most {AgreementQuery.MaximumText}"];
        }

        return text is { Length: > 0 } ? text : null;
    }

    private static T? ReadName<T>(IQueryCollection values, string name, IDictionary<string, string[]> errors)
        where T : struct, Enum
    {
        if (Single(values, name, errors) is not { } text)
        {
            return null;
        }

        if (Enum.GetNames<T>().Contains(text, StringComparer.OrdinalIgnoreCase))
        {
            return Enum.Parse<T>(text, ignoreCase: true);
        }

        errors[name] = [$"is not one of {string.Join(", ", Enum.GetNames<T>())}"];
        return null;
    }

    private static string? Single(IQueryCollection values, string name, IDictionary<string, string[]> errors)
    {
        var given = values[name];
        if (given.Count > 1)
        {
            errors[name] = ["is given more than once; give it once"];
        }

        return given.Count == 1 && given[0] is { Length: > 0 } value ? value : null;
    }
}
