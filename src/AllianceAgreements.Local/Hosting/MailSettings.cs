using AllianceAgreements.Azure;
using AllianceAgreements.Azure.Mail;

namespace AllianceAgreements.Local.Hosting;

/// <summary>
/// How mail goes out: by the environment variables <c>Mail__Provider</c>, <c>Mail__Smtp__Host</c> and the others of <see cref="MailOptions"/>, the
/// same that the Functions host takes. Without them, it is kept in the data folder.
/// </summary>
internal static class MailSettings
{
    /// <summary>The settings of the environment; null when it has none.</summary>
    public static IConfiguration? OfEnvironment() => Of(new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>Settings that say anything about mail; null otherwise. That <c>MAIL</c> itself has a value says nothing: it names a mailbox on many machines.</summary>
    public static IConfiguration? Of(IConfiguration settings) => settings.GetSection(MailOptions.Section).GetChildren().Any() ? settings : null;

    /// <summary>Sends mail as the settings say, once the stores are there; leaves it where it goes when there are none.</summary>
    public static IServiceCollection AddLocalMail(this IServiceCollection services, IConfiguration? settings) =>
        settings is null ? services : services.AddAgreementMail(settings);
}
