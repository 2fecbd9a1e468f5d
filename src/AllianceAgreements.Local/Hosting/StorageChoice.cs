using System.CommandLine;
using System.Text.RegularExpressions;
using AllianceAgreements.Azure.Storage;

namespace AllianceAgreements.Local.Hosting;

/// <summary>
/// Where agreements are kept: in the data folder or, when <c>--storage</c> or the environment names one, on a storage account. There,
/// the settings are those that the Functions host takes, so that one environment serves both.
/// </summary>
internal sealed partial record StorageChoice
{
    private const string AccountName = $"{AzureStorageOptions.Section}:{nameof(AzureStorageOptions.AccountName)}";
    private const string ConnectionString = $"{AzureStorageOptions.Section}:{nameof(AzureStorageOptions.ConnectionString)}";

    private StorageChoice(IConfiguration? account) => Account = account;

    /// <summary>The data folder.</summary>
    public static StorageChoice DataFolder { get; } = new(account: null);

    /// <summary>The settings of the account; null when agreements are kept in the data folder.</summary>
    public IConfiguration? Account { get; }

    /// <summary>What the account is called in messages; never a key.</summary>
    public string Name => Account?[AccountName] is { Length: > 0 } name
        ? name
        : NameInConnectionString().Match(Account?[ConnectionString] ?? "") is { Success: true } match ? match.Value : "of the emulator";

    /// <summary>The option.</summary>
    public static Option<string?> CreateOption()
    {
        var option = new Option<string?>("--storage")
        {
            Description = $"Keep agreements on an Azure storage account instead: its name, or a connection string. A connection string is better given as the environment variable {Variable(ConnectionString)}, where others cannot read it; {Variable(AccountName)} takes a name. [default: the data folder]",
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !IsConnectionString(given) && !PlainName().IsMatch(given))
            {
                result.AddError("--storage: give the name of a storage account, 3 to 24 lowercase letters and digits, or a connection string.");
            }
        });
        return option;
    }

    /// <summary>What the option and the environment say; the option goes first.</summary>
    public static StorageChoice Read(string? option) => Of(option, new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>What the option and other configuration say.</summary>
    public static StorageChoice Of(string? option, IConfiguration environment)
    {
        var configuration = new ConfigurationBuilder().AddConfiguration(environment);
        if (option is not null)
        {
            // Whichever of the two the environment may give, it is not to stand beside the one that was asked for.
            configuration.AddInMemoryCollection(new Dictionary<string, string?>
            {
                [AccountName] = IsConnectionString(option) ? "" : option,
                [ConnectionString] = IsConnectionString(option) ? option : "",
            });
        }

        var account = configuration.Build();
        return string.IsNullOrWhiteSpace(account[AccountName]) && string.IsNullOrWhiteSpace(account[ConnectionString]) ? DataFolder : new(account);
    }

    private static bool IsConnectionString(string text) => text.Contains('=', StringComparison.Ordinal);

    private static string Variable(string setting) => setting.Replace(":", "__", StringComparison.Ordinal);

    [GeneratedRegex(@"\A[a-z0-9]{3,24}\z", RegexOptions.NonBacktracking)]
    private static partial Regex PlainName();

    [GeneratedRegex(@"(?<=AccountName=|BlobEndpoint=https://)[a-z0-9]{3,24}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NameInConnectionString();
}
