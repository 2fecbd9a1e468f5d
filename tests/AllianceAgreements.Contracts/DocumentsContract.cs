using System.Security.Cryptography;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using Xunit;

namespace AllianceAgreements.Contracts;

/// <summary>What every <see cref="IDocumentStore"/> promises.</summary>
public abstract class DocumentsContract
{
    private readonly DocumentFolder _folder = DocumentFolder.ForRevision(AgreementId.New(), 1);

    protected abstract IDocumentStore Documents { get; }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task OpenAsync_NeverStored_IsNull()
    {
        Assert.Null(await Documents.OpenAsync(_folder, new string('0', 64), Cancellation));
        await Documents.PutAsync(_folder, new byte[] { 1 }, Cancellation);
        Assert.Null(await Documents.OpenAsync(_folder, new string('0', 64), Cancellation));
    }

    [Theory]
    [InlineData("")]
    [InlineData("../../link.key")]
    [InlineData("E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855")]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")]
    public async Task OpenAsync_NotASha256_IsNull(string name)
    {
        await Documents.PutAsync(_folder, ReadOnlyMemory<byte>.Empty, Cancellation);

        Assert.Null(await Documents.OpenAsync(_folder, name, Cancellation));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3_000_000)]
    public async Task PutAsync_AnyLength_IsReadBackUnchanged(int length)
    {
        var content = RandomNumberGenerator.GetBytes(length);

        var sha256 = await Documents.PutAsync(_folder, content, Cancellation);

        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(content)), sha256);
        Assert.Equal(content, await Documents.ReadAsync(_folder, sha256, Cancellation));
    }

    [Fact]
    public async Task OpenAsync_Stored_IsSeekableAndAtItsStart()
    {
        var sha256 = await Documents.PutAsync(_folder, new byte[] { 1, 2, 3 }, Cancellation);

        await using var stream = await Documents.OpenAsync(_folder, sha256, Cancellation);

        Assert.NotNull(stream);
        Assert.True(stream.CanSeek);
        Assert.Equal(0, stream.Position);
        Assert.Equal(3, stream.Length);
        stream.Seek(-1, SeekOrigin.End);
        Assert.Equal(3, stream.ReadByte());
    }

    [Fact]
    public async Task PutAsync_SameContentTwice_HasNoFurtherEffect()
    {
        var content = RandomNumberGenerator.GetBytes(100);

        var first = await Documents.PutAsync(_folder, content, Cancellation);
        var second = await Documents.PutAsync(_folder, content, Cancellation);

        Assert.Equal(first, second);
        Assert.Equal(content, await Documents.ReadAsync(_folder, first, Cancellation));
    }

    [Fact]
    public async Task PutAsync_OneFolder_StaysOutOfTheOthers()
    {
        var sha256 = await Documents.PutAsync(_folder, RandomNumberGenerator.GetBytes(100), Cancellation);

        Assert.Null(await Documents.OpenAsync(DocumentFolder.ForRevision(AgreementId.New(), 1), sha256, Cancellation));
        Assert.Null(await Documents.OpenAsync(DocumentFolder.Templates, sha256, Cancellation));
    }

    [Fact]
    public async Task PutAsync_ManyAtOnce_StoresEachWhole()
    {
        var contents = Enumerable.Range(0, 8).Select(_ => RandomNumberGenerator.GetBytes(200_000)).ToList();

        await Parallel.ForEachAsync(Enumerable.Range(0, 64), Cancellation, async (n, cancellation) =>
        {
            var content = contents[n % contents.Count];
            var sha256 = await Documents.PutAsync(_folder, content, cancellation);
            Assert.Equal(content, await Documents.ReadAsync(_folder, sha256, cancellation));
        });
    }

    [Fact]
    public async Task ReadAsync_Missing_NamesTheDocument()
    {
        var missing = new string('b', 64);

        var exception = await Assert.ThrowsAsync<InvalidDataException>(async () => await Documents.ReadAsync(_folder, missing, Cancellation));

        Assert.Contains(missing, exception.Message, StringComparison.Ordinal);
    }
}
