using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Documents.Returned;

/// <summary>The SHA-256 of text without its spaces, which word processors add, drop and move between runs.</summary>
internal sealed class TextHash : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Adds text; how it is cut into pieces makes no difference.</summary>
    public void Add(string text)
    {
        var characters = new char[text.Length];
        var count = 0;
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
            {
                characters[count++] = character;
            }
        }

        _hash.AppendData(Encoding.Unicode.GetBytes(characters, 0, count));
    }

    /// <summary>The hash, in hexadecimal.</summary>
    public string Finish() => Convert.ToHexStringLower(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
