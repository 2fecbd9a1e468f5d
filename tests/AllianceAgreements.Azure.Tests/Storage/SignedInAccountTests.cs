using System.Buffers.Text;
using System.Text;
using AllianceAgreements.Azure.Storage;
using AllianceAgreements.Domain.Record;
using Azure.Core;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Storage;

public sealed class SignedInAccountTests
{
    private static readonly Actor Dana = new(ActorKind.Administrator, "Dana Osei") { Account = "dana@workstation" };

    [Fact]
    public async Task NameAsync_TokenOfAnAccount_GivesTenantAndObjectId() => Assert.Equal(
        Dana with { Account = "8b1f/77c0" },
        await NameAsync(new AzureStorageOptions { AccountName = "alliance" }, Token("""{"tid":"8b1f","oid":"77c0","name":"D. Osei"}""")));

    [Theory]
    [InlineData("""{"tid":"8b1f"}""")]
    [InlineData("""{"tid":"8b1f","oid":7}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task NameAsync_TokenThatDoesNotTell_LeavesWhatIsKnown(string claims) =>
        Assert.Equal(Dana, await NameAsync(new AzureStorageOptions { AccountName = "alliance" }, Token(claims)));

    [Theory]
    [InlineData("opaque")]
    [InlineData("e30.?.")]
    public async Task NameAsync_TokenThatIsOpaque_LeavesWhatIsKnown(string token) =>
        Assert.Equal(Dana, await NameAsync(new AzureStorageOptions { AccountName = "alliance" }, token));

    [Fact]
    public async Task NameAsync_ConnectionString_LeavesWhatIsKnown() => Assert.Equal(
        Dana,
        await NameAsync(new AzureStorageOptions { ConnectionString = "UseDevelopmentStorage=true" }, Token("""{"tid":"8b1f","oid":"77c0"}""")));

    private static string Token(string claims) => $"e30.{Base64Url.EncodeToString(Encoding.UTF8.GetBytes(claims))}.c2ln";

    private static ValueTask<Actor> NameAsync(AzureStorageOptions options, string token) =>
        new SignedInAccount(new AzureStorage(Options.Create(options), new FixedCredential(token))).NameAsync(Dana, TestContext.Current.CancellationToken);

    /// <summary>Signs in as whoever a token says, and to storage only.</summary>
    private sealed class FixedCredential(string token) : TokenCredential
    {
        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Assert.Equal(["https://storage.azure.com/.default"], requestContext.Scopes);
            return new AccessToken(token, DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
