using System.Security.Cryptography;
using System.Text;
using AllianceAgreements.Documents.Returned;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Returned;

public sealed class TextHashTests
{
    private static readonly string Text = string.Concat(Enumerable.Range(0, 900).Select(number => $"Überlegung {number}:\t„§ 1\u00A0(a)“ 合同 \r\n"));

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(4_095)]
    [InlineData(4_096)]
    [InlineData(4_097)]
    [InlineData(100_000)]
    public void Finish_TextInPieces_IsTheHashOfItsCharactersWithoutSpaces(int length)
    {
        using var hash = new TextHash();
        using var utf8 = new TextHash();

        foreach (var piece in Text.Chunk(length))
        {
            hash.Add(piece);
            utf8.AddUtf8(Encoding.UTF8.GetBytes(piece));
        }

        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.Unicode.GetBytes(string.Concat(Text.Where(character => !char.IsWhiteSpace(character))))));
        Assert.Equal(expected, hash.Finish());
        Assert.Equal(expected, utf8.Finish());
    }
}
