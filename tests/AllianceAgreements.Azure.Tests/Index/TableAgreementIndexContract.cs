using AllianceAgreements.Azure.Index;
using AllianceAgreements.Contracts;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Testing.Servers;

namespace AllianceAgreements.Azure.Tests.Index;

public sealed class TableAgreementIndexContract(AzuriteServer azurite) : IndexContract
{
    private const int RowsAtOnce = 40;

    private readonly TableIndexFixture _fixture = new(azurite, new IndexLimits(RowsAtOnce));

    protected override IAgreementIndex Index => _fixture.Index;

    protected override int MoreThanAPage => RowsAtOnce + 1;
}
