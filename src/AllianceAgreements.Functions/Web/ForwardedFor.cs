using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace AllianceAgreements.Functions.Web;

/// <summary>
/// The addresses a request came by. The host replaces the header when it forwards a request to the worker
/// (github.com/Azure/azure-functions-host/issues/11254); as it was when it reached the host, it comes along as data of the trigger.
/// </summary>
internal static class ForwardedFor
{
    private const string Header = "X-Forwarded-For";
    private const string Headers = "Headers";

    public static void Restore(HttpRequest request, BindingContext trigger)
    {
        request.Headers.Remove(Header);
        if (trigger.BindingData.TryGetValue(Headers, out var headers) && headers is string json && Read(json) is { Length: > 0 } value)
        {
            request.Headers[Header] = value;
        }
    }

    private static string? Read(string json)
    {
        using var headers = JsonDocument.Parse(json);
        return headers.RootElement.EnumerateObject()
            .FirstOrDefault(header => header.Name.Equals(Header, StringComparison.OrdinalIgnoreCase)).Value is { ValueKind: JsonValueKind.String } value
            ? value.GetString()
            : null;
    }
}
