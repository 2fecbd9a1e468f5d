using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Testing.Servers;
using Azure;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Storage;

public sealed class AzureStorageFaultsTests(AzuriteServer azurite)
{
    public static TheoryData<Exception, string?> Faults => new()
    {
        { new CredentialUnavailableException("No account is signed in.\nA long list follows."), "Sign in with 'az login', give the process a managed identity, or give a connection string. No account is signed in." },
        { new RequestFailedException(403, "Refused.", "AuthorizationPermissionMismatch", null), "refuses access (AuthorizationPermissionMismatch)" },
        { new RequestFailedException(403, "Refused."), "the roles Storage Blob Data Owner and Storage Table Data Contributor." },
        { new RequestFailedException(401, "Refused.\nMore."), "refuses access (Refused.)" },
        { new RequestFailedException(503, "Busy.", "ServerBusy", null), "'prod' answered 503 ServerBusy." },
        { new RequestFailedException("Name or service not known"), "'prod' cannot be reached: Name or service not known. Check its name and the network." },
        { new AggregateException(new RequestFailedException("Connection refused")), "'prod' cannot be reached: Connection refused." },
        { new InvalidOperationException("No container.", new RequestFailedException(403, "Refused.")), "No container." },
        { new InvalidOperationException("Something of the program."), null },
    };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Faults), DisableDiscoveryEnumeration = true)]
    public void Describe_EachFault_SaysWhatToDo(Exception fault, string? expected)
    {
        var message = AzureStorageFaults.Describe(fault, "prod");

        if (expected is null)
        {
            Assert.Null(message);
        }
        else
        {
            Assert.Contains(expected, message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', message!);
        }
    }

    [Fact]
    public async Task Probe_AnAccountWithNothingInItYet_Passes()
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);

        await AzureStorageProbe.RunAsync(
            Configuration(("Storage:ConnectionString", azurite.ConnectionString), ("Storage:NamePrefix", AzuriteServer.NewPrefix())), Cancellation);
    }

    [Fact]
    public async Task Probe_NeitherNameNorConnectionString_SaysWhatIsMissing()
    {
        var fault = await Assert.ThrowsAsync<OptionsValidationException>(() => AzureStorageProbe.RunAsync(Configuration(), Cancellation));

        Assert.StartsWith("Storage:AccountName or Storage:ConnectionString must be set", Assert.Single(fault.Failures), StringComparison.Ordinal);
    }

    private static IConfiguration Configuration(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(setting => setting.Name, setting => setting.Value)).Build();
}
