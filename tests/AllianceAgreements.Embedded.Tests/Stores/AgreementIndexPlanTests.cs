using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Embedded.Stores;
using Xunit;

namespace AllianceAgreements.Embedded.Tests.Stores;

/// <summary>Every list query goes along an index, so that a page costs the same in a large index as in a small one.</summary>
public sealed class AgreementIndexPlanTests : IAsyncDisposable
{
    private readonly EmbeddedStores _stores = new();

    public static TheoryData<string, AgreementQuery> Queries => new()
    {
        { "agreement_index_by_start", new AgreementQuery() },
        { "agreement_index_by_status (status=?)", new AgreementQuery { Status = AgreementStatus.Signing } },
        { "agreement_index_by_form (form=?)", new AgreementQuery { Form = AllianceForm.JointVenture } },
        { "USING INDEX agreement_index_by_text", new AgreementQuery { Text = "lakes" } },
        { "USING INDEX agreement_index_by_text", new AgreementQuery { Text = "lakes", Status = AgreementStatus.Signing } },
        { "USING INDEX agreement_index_by_text", new AgreementQuery { Party = "Lakeside" } },
        { "agreement_index_by_due (next_due<?)", new AgreementQuery { DueBefore = DateTimeOffset.UnixEpoch } },
        {
            "agreement_index_by_status (status=? AND (started_at,id)<(?,?))",
            new AgreementQuery { Status = AgreementStatus.Signing, Continuation = new IndexCursor(IndexOrder.Started, 1, AgreementId.New()).ToString() }
        },
        { "agreement_index_by_start ((started_at,id)<(?,?))", new AgreementQuery { Continuation = new IndexCursor(IndexOrder.Started, 1, AgreementId.New()).ToString() } },
    };

    [Theory]
    [MemberData(nameof(Queries), DisableDiscoveryEnumeration = true)]
    public void QueryAsync_EachFilter_GoesAlongItsIndexAndSortsAtMostWhatIsDueAtOnce(string plan, AgreementQuery query)
    {
        using var connection = _stores.Get<AgreementDatabase>().OpenReader();
        using var command = SqliteAgreementIndex.CreateCommand(connection, query);
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";

        var steps = new List<string>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        Assert.Contains(plan, steps[0], StringComparison.Ordinal);
        Assert.DoesNotContain("USE TEMP B-TREE FOR ORDER BY", steps);
        Assert.Equal(query.DueBefore is not null, steps.Contains("USE TEMP B-TREE FOR LAST TERM OF ORDER BY"));
    }

    public ValueTask DisposeAsync() => _stores.DisposeAsync();
}
