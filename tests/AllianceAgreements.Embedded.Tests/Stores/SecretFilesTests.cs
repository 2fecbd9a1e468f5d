using AllianceAgreements.Domain.Links;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

public sealed class SecretFilesTests : IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    private static AgreementId Id { get; } = AgreementId.Parse("01234567890123456789012345");

    [Fact]
    public async Task LinkKey_AfterRestart_MakesTheSameTokens()
    {
        var before = _stores.Get<LinkTokens>().Create(Id, LinkPurpose.Review, 1, "approver-1-1");
        await _stores.RestartAsync();

        Assert.Equal(before, _stores.Get<LinkTokens>().Create(Id, LinkPurpose.Review, 1, "approver-1-1"));
        Assert.Equal(LinkTokens.KeyBytes, new FileInfo(Path.Combine(_stores.DataFolder, "link.key")).Length);
    }

    [Fact]
    public async Task LinkKey_AnotherDataFolder_MakesOtherTokens()
    {
        await using var other = new EmbeddedStores();

        Assert.NotEqual(
            _stores.Get<LinkTokens>().Create(Id, LinkPurpose.Review, 1, "approver-1-1"),
            other.Get<LinkTokens>().Create(Id, LinkPurpose.Review, 1, "approver-1-1"));
    }

    [Fact]
    public void LinkKey_FileCutShort_ThrowsAndNamesTheFile()
    {
        Directory.CreateDirectory(_stores.DataFolder);
        File.WriteAllBytes(Path.Combine(_stores.DataFolder, "link.key"), new byte[31]);

        Assert.Contains("link.key", Assert.Throws<InvalidDataException>(() => _stores.Get<LinkTokens>()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("legal.token", "Legal")]
    [InlineData("administrator.token", "Administrator")]
    [InlineData("auditor.token", "Auditor")]
    public async Task RoleOf_TokenOfAFile_IsItsRoleAlsoAfterRestart(string file, string role)
    {
        _ = _stores.Get<FileAccessTokens>();
        var token = (await File.ReadAllTextAsync(Path.Combine(_stores.DataFolder, file), TestContext.Current.CancellationToken)).Trim();

        Assert.Equal(43, token.Length);
        Assert.Equal(role, _stores.Get<FileAccessTokens>().RoleOf(token));
        await _stores.RestartAsync();
        Assert.Equal(role, _stores.Get<FileAccessTokens>().RoleOf(token));
    }

    [Fact]
    public async Task RoleOf_AnythingElse_IsNull()
    {
        var tokens = _stores.Get<FileAccessTokens>();
        var token = (await File.ReadAllTextAsync(Path.Combine(_stores.DataFolder, "legal.token"), TestContext.Current.CancellationToken)).Trim();

        Assert.Null(tokens.RoleOf(""));
        Assert.Null(tokens.RoleOf(token[..^1]));
        Assert.Null(tokens.RoleOf($"{token} "));
        Assert.Null(tokens.RoleOf(token.ToUpperInvariant()));
        Assert.Null(tokens.RoleOf("Legal"));
    }

    [Fact]
    public async Task AccessTokens_FileDeleted_AreReplacedAtTheNextStart()
    {
        _ = _stores.Get<FileAccessTokens>();
        var path = Path.Combine(_stores.DataFolder, "legal.token");
        var before = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Trim();
        File.Delete(path);
        await _stores.RestartAsync();

        Assert.Null(_stores.Get<FileAccessTokens>().RoleOf(before));
        Assert.NotEqual(before, (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Trim());
    }

    [Theory]
    [InlineData("")]
    [InlineData("short")]
    [InlineData("!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!!")]
    public void AccessTokens_FileThatHoldsNone_ThrowsAndNamesTheFile(string content)
    {
        Directory.CreateDirectory(_stores.DataFolder);
        File.WriteAllText(Path.Combine(_stores.DataFolder, "legal.token"), content);

        Assert.Contains("legal.token", Assert.Throws<InvalidDataException>(() => _stores.Get<FileAccessTokens>()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReadOrCreate_ManyAtOnce_AllReadTheSameSecret()
    {
        var staging = _stores.Get<StagingFolder>();
        var path = Path.Combine(_stores.DataFolder, "new.key");

        var secrets = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ =>
            Task.Run(() => SecretFile.ReadOrCreate(path, staging, SecretFile.NewKey), TestContext.Current.CancellationToken)));

        Assert.Single(secrets.Select(Convert.ToHexString).Distinct(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", "a@example.org")]
    [InlineData("  ", "a@example.org")]
    [InlineData("data", "nobody")]
    public void AddEmbeddedStores_OptionsOutOfRange_ThrowsWhenTheyAreRead(string folder, string from)
    {
        using var services = new ServiceCollection()
            .AddEmbeddedStores(options => (options.DataFolder, options.MailFromAddress) = (folder, from))
            .BuildServiceProvider();

        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<EmbeddedStoreOptions>>().Value);
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
