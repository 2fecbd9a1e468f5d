using System.Buffers.Text;
using System.Text.Json;
using AllianceAgreements.Domain.Record;
using Azure.Core;

namespace AllianceAgreements.Azure.Storage;

/// <summary>The account of Entra ID that this process signs in to storage with, which stays the same whatever name somebody gives.</summary>
internal sealed class SignedInAccount(AzureStorage storage)
{
    private const string Scope = "https://storage.azure.com/.default";

    /// <summary>Gives somebody that account, where there is one; else they keep theirs.</summary>
    public async ValueTask<Actor> NameAsync(Actor actor, CancellationToken cancellationToken) =>
        storage.SignsIn && Read((await storage.Credential.GetTokenAsync(new TokenRequestContext([Scope]), cancellationToken)).Token) is { } account
            ? actor with { Account = account }
            : actor;

    /// <summary>
    /// Tenant and object id, as those who sign in to the pages have them; null when the token does not tell. Clients are not to rely on what
    /// an access token holds, and nothing is decided by it here: it only goes into the record.
    /// </summary>
    private static string? Read(string token)
    {
        if (token.Split('.') is not [_, var payload, _])
        {
            return null;
        }

        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(payload));
            return Find(claims.RootElement, "tid") is { } tenant && Find(claims.RootElement, "oid") is { } account ? $"{tenant}/{account}" : null;
        }
        catch (Exception fault) when (fault is FormatException or JsonException)
        {
            return null;
        }
    }

    private static string? Find(JsonElement claims, string name) =>
        claims.ValueKind == JsonValueKind.Object && claims.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
