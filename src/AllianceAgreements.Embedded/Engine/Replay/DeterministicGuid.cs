using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Embedded.Engine.Replay;

/// <summary>Name-based GUIDs, RFC 9562 section 5.5 (version 5).</summary>
internal static class DeterministicGuid
{
    // A namespace of our own, so that these ids meet nobody else's.
    private static readonly Guid OrchestrationNamespace = new("6a4c1b7e-0d5f-4f6e-9c39-2f9f0f3a7d18");

    public static Guid Create(string name) => Create(OrchestrationNamespace, name);

    public static Guid Create(Guid nameSpace, string name)
    {
        Span<byte> input = new byte[16 + Encoding.UTF8.GetByteCount(name)];
        nameSpace.TryWriteBytes(input, bigEndian: true, out _);
        Encoding.UTF8.GetBytes(name, input[16..]);

        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 9562 prescribes SHA-1 for version 5; nothing here is secret.
        SHA1.HashData(input, hash);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash[..16], bigEndian: true);
    }
}
