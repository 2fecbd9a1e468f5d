using System.Security.Cryptography;
using System.Text;

namespace AllianceAgreements.Testing.Servers;

/// <summary>Signs what it posts as SendGrid does.</summary>
public sealed class WebhookSigner : IDisposable
{
    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string PublicKey => Convert.ToBase64String(_key.ExportSubjectPublicKeyInfo());

    public string PublicKeyPem => _key.ExportSubjectPublicKeyInfoPem();

    public string Sign(string timestamp, ReadOnlySpan<byte> body) => Convert.ToBase64String(
        _key.SignData([.. Encoding.ASCII.GetBytes(timestamp), .. body], HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => _key.Dispose();
}
