using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Embedded.Stores;

/// <summary>
/// The bearer tokens of the API, one a role, each of 256 random bits in base64url, in <c>legal.token</c>, <c>administrator.token</c> and
/// <c>auditor.token</c> of the data folder, readable by their owner alone. Deleting a file and starting again replaces its token.
/// </summary>
public sealed class FileAccessTokens
{
    private const int TokenLength = 43;

    private readonly List<(string Role, byte[] Hash)> _roles;

    internal FileAccessTokens(DataFolder folder, StagingFolder staging) => _roles =
    [
        ("Legal", Load(folder.AccessToken("legal"), staging)),
        ("Administrator", Load(folder.AccessToken("administrator"), staging)),
        ("Auditor", Load(folder.AccessToken("auditor"), staging)),
    ];

    /// <summary>The role that a token stands for ("Legal", "Administrator", "Auditor"); null when it is none. Takes the same time for each.</summary>
    public string? RoleOf(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        var given = Hash(token);
        string? found = null;
        foreach (var (role, hash) in _roles)
        {
            if (CryptographicOperations.FixedTimeEquals(given, hash))
            {
                found = role;
            }
        }

        return found;
    }

    private static byte[] Load(string path, StagingFolder staging)
    {
        var content = SecretFile.ReadOrCreate(path, staging, () => Encoding.ASCII.GetBytes($"{Base64Url.EncodeToString(SecretFile.NewKey())}\n"));
        var token = Encoding.ASCII.GetString(content).Trim();
        return token.Length == TokenLength && Base64Url.IsValid(token)
            ? Hash(token)
            : throw new InvalidDataException($"'{path}' does not hold a token. Delete it, and a new one is made at the next start.");
    }

    // Hashes are of one length, whatever was presented.
    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes(token));
}
