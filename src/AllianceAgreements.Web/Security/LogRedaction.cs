using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Web.Security;

/// <summary>Silences what the framework would log of request paths, at every level, whatever the host configures. <see cref="RequestLog"/> takes its place.</summary>
internal static class LogRedaction
{
    private static readonly (string Category, LogLevel Minimum)[] Rules =
    [
        // Logs the address of every request, and opens a scope that holds the path whenever it logs anything at all.
        ("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None),

        // Log the path while they match it.
        ("Microsoft.AspNetCore.Routing", LogLevel.Warning),
        ("Microsoft.AspNetCore.HostFiltering", LogLevel.Warning),

        // Logs the addresses that stand in X-Forwarded-For.
        ("Microsoft.AspNetCore.HttpOverrides", LogLevel.Warning),

        // Quotes malformed request lines.
        ("Microsoft.AspNetCore.Server.Kestrel.BadRequests", LogLevel.None),
    ];

    public static void AddLogRedaction(this IServiceCollection services) =>
        services.PostConfigure<LoggerFilterOptions>(filters =>
        {
            foreach (var (category, minimum) in Rules)
            {
                filters.Rules.Add(new LoggerFilterRule(providerName: null, category, minimum, filter: null));
                foreach (var provider in filters.Rules.Select(rule => rule.ProviderName).OfType<string>().Distinct().ToList())
                {
                    filters.Rules.Add(new LoggerFilterRule(provider, category, minimum, filter: null));
                }
            }
        });
}
