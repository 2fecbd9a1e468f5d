using System.Text;
using AllianceAgreements.Domain.Ports;

namespace AllianceAgreements.Workflows.Tests;

/// <summary>Redlines of plain text, so that these tests are about workflows alone.</summary>
internal sealed class FakeRedliner : IRedliner
{
    /// <summary>Whether the two files cannot be compared.</summary>
    public bool IsBroken { get; set; }

    public byte[] Compare(ReadOnlyMemory<byte> before, ReadOnlyMemory<byte> after, RedlineStamp stamp) => IsBroken
        ? throw new InvalidDataException("The file is not a Word document (.docx).")
        : Encoding.UTF8.GetBytes($"{stamp.Author} of {stamp.Date:O}: {Encoding.UTF8.GetString(before.Span)} became {Encoding.UTF8.GetString(after.Span)}");
}
