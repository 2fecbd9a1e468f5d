using AllianceAgreements.Domain.Links;
using Microsoft.Extensions.Configuration;

namespace AllianceAgreements.Azure.Tests.Infrastructure;

/// <summary>The settings that the templates give the app.</summary>
internal static class AppSettings
{
    private const string Configuration = "Microsoft.Web/sites/config";

    public static IEnumerable<KeyValuePair<string, string?>> Of(EvaluatedTemplate template) =>
        template.Single(Configuration, "/appsettings")["properties"]!.AsObject()
            .Select(setting => KeyValuePair.Create<string, string?>(setting.Key, (string?)setting.Value));

    /// <summary>As the app reads them. What only Azure knows stands in square brackets: a value of the right kind takes its place.</summary>
    public static IConfigurationRoot ConfigurationOf(string environment, params IEnumerable<KeyValuePair<string, string?>> more) => new ConfigurationBuilder()
        .AddInMemoryCollection(Of(EvaluatedTemplate.Of(environment)).Select(setting => KeyValuePair.Create<string, string?>(
            setting.Key.Replace("__", ":", StringComparison.Ordinal),
            setting.Value switch
            {
                "[environment().suffixes.storage]" => "core.windows.net",
                { } value when value.StartsWith("[format('https://{0}'", StringComparison.Ordinal) => "https://func-check.azurewebsites.net",
                { } value when value.StartsWith("@Microsoft.KeyVault(", StringComparison.Ordinal) =>
                    setting.Key.StartsWith("Links", StringComparison.Ordinal) ? Convert.ToBase64String(new byte[LinkTokens.KeyBytes]) : "SG.what-the-vault-holds",
                _ => setting.Value,
            })))
        .AddInMemoryCollection(more)
        .Build();
}
