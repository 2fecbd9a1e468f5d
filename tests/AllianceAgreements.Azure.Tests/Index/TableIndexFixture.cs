using AllianceAgreements.Azure.Index;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Testing.Servers;
using Azure.Core;
using Azure.Data.Tables;
using Xunit;

namespace AllianceAgreements.Azure.Tests.Index;

/// <summary>An index in tables of its own, over a line that can be cut. Skips the test where there is no Azurite.</summary>
internal sealed class TableIndexFixture
{
    /// <param name="azurite">Where the tables are.</param>
    /// <param name="limits">How much is looked at for one page; null for what is usual.</param>
    public TableIndexFixture(AzuriteServer azurite, IndexLimits? limits = null)
    {
        Assert.SkipUnless(AzuriteServer.IsInstalled, AzuriteServer.Missing);
        var options = new TableClientOptions { Retry = { MaxRetries = 0 } };
        options.AddPolicy(Line, HttpPipelinePosition.PerRetry);
        var client = new TableServiceClient(azurite.ConnectionString, options);
        var prefix = AzuriteServer.NewPrefix();
        Tables = new IndexTables(name => client.GetTableClient(prefix + name));
        Index = new TableAgreementIndex(Tables, limits ?? new IndexLimits());
    }

    public static DateTimeOffset Start { get; } = new(2027, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public CuttableLine Line { get; } = new();

    public IndexTables Tables { get; }

    public TableAgreementIndex Index { get; }

    public static AgreementSummary Summary(string title, long position = 0, DateTimeOffset? due = null) => new(
        AgreementId.New(), "AA-2027-0000-0000", title, AllianceForm.JointVenture, AgreementStatus.InApproval, 1, ["Mayfair"], [], Start, Start, due, position);

    public async Task<IReadOnlyList<AgreementSummary>> DueAsync(CancellationToken cancellationToken) =>
        (await Index.QueryAsync(new AgreementQuery { DueBefore = Start.AddYears(1) }, cancellationToken)).Items;

    public async Task<IReadOnlyList<string>> HintsAsync(CancellationToken cancellationToken) =>
        await (await Tables.DueAsync(cancellationToken)).QueryAsync<TableEntity>(cancellationToken: cancellationToken)
            .Select(row => row.RowKey).ToListAsync(cancellationToken);
}
