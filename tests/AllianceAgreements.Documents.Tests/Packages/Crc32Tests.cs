using AllianceAgreements.Documents.Packages;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Packages;

public sealed class Crc32Tests
{
    [Fact]
    public void Compute_CheckString_IsTheCheckValueOfTheStandard() => Assert.Equal(0xCBF43926u, Crc32.Compute("123456789"u8));

    [Fact]
    public void Compute_Nothing_IsZero() => Assert.Equal(0u, Crc32.Compute([]));
}
