using Microsoft.Extensions.Configuration;

namespace AllianceAgreements.Functions;

/// <summary>What App Service says of itself, and of its authentication, in environment variables.</summary>
internal static class AppService
{
    /// <summary>
    /// Set where App Service Authentication is on (learn.microsoft.com/azure/app-service/reference-app-settings). Anybody can set it as well, in
    /// app settings or a shell, so it is believed on the platform alone.
    /// </summary>
    public const string AuthenticationEnabled = "WEBSITE_AUTH_ENABLED";

    /// <summary>The app's name, on every plan. Core Tools set WEBSITE_HOSTNAME alone.</summary>
    public const string SiteName = "WEBSITE_SITE_NAME";

    /// <summary>
    /// The machine's name: the first on App Service plans, the others on Flex Consumption, which does not have the first
    /// (github.com/Azure/azure-functions-host, EnvironmentExtensions: IsAppService, GetInstanceId).
    /// </summary>
    private static readonly string[] InstanceNames = ["WEBSITE_INSTANCE_ID", "WEBSITE_POD_NAME", "CONTAINER_NAME"];

    /// <summary>Whether all that the platform always says is there.</summary>
    public static bool IsThere(IConfiguration environment) => Has(environment, SiteName) && InstanceNames.Any(name => Has(environment, name));

    /// <summary>
    /// Whether anything hints at the platform. Less than <see cref="IsThere"/> asks for, since this one keeps doors shut. A container's name is no
    /// hint: containers elsewhere have one.
    /// </summary>
    public static bool MayBeThere(IConfiguration environment) =>
        Has(environment, SiteName) || Has(environment, AuthenticationEnabled) || InstanceNames.SkipLast(1).Any(name => Has(environment, name));

    private static bool Has(IConfiguration environment, string name) => !string.IsNullOrEmpty(environment[name]);
}
