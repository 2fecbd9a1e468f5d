using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Documents.Redline;

/// <summary>Compares Word documents. Safe to use from many threads.</summary>
internal sealed class WordRedliner : IRedliner
{
    /// <inheritdoc/>
    public byte[] Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, RedlineStamp stamp)
    {
        ArgumentNullException.ThrowIfNull(stamp);
        return RevisedDocument.Create(RedlineSource.Open(before), RedlineSource.Open(after), stamp);
    }
}
