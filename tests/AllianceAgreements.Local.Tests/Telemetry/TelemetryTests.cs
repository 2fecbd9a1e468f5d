using AllianceAgreements.Testing.Telemetry;
using Xunit;

namespace AllianceAgreements.Local.Tests.Telemetry;

/// <summary>What a collector learns of an agreement.</summary>
public sealed class TelemetryTests(ObservedJourney journey) : IClassFixture<ObservedJourney>
{
    private const string Id = "agreement.id";

    private string AgreementId => journey.Agreement.Value;

    /// <summary>The trace that ends in the archive.</summary>
    private List<OtlpSpan> Trace
    {
        get
        {
            var spans = journey.Collector.Spans;
            var archiving = Assert.Single(spans, span => span.Name == "write archive" && span.Tags[Id] == AgreementId);
            return [.. spans.Where(span => span.TraceId == archiving.TraceId)];
        }
    }

    [Fact]
    public void Trace_OfTheArchive_BeginsWithTheRequestAndGoesThroughBothProcesses()
    {
        var trace = Trace;

        foreach (var name in new[]
        {
            "POST /api/agreements", "StartAgreement", "create_orchestration:Agreement", "orchestration:Agreement", "activity:GenerateDraft",
            "orchestration:Approval", "activity:SendApprovalMail", "send mail", "orchestration:Signing", "activity:SendSignatureMail", "activity:ArchiveAgreement",
        })
        {
            Assert.Contains(trace, span => span.Name == name);
        }

        Assert.Equal(2, trace.Select(LifeOf).Distinct().Count());
        Assert.NotEqual(
            LifeOf(trace.Single(span => span.Name == "POST /api/agreements")), LifeOf(trace.Single(span => span.Name == "write archive")));
    }

    [Fact]
    public void Trace_EverySpanButTheFirst_HasItsParentInIt()
    {
        var trace = Trace;

        var roots = trace.Where(span => span.ParentId.Length == 0).ToList();
        Assert.Single(roots);
        Assert.All(trace.Except(roots), span => Assert.Contains(trace, parent => parent.SpanId == span.ParentId));
        Assert.All(
            trace.Where(span => span.Name.StartsWith("activity:", StringComparison.Ordinal)), span => Assert.Equal(AgreementId, span.Tags[Id]));
    }

    [Fact]
    public void Partners_Requests_HaveTracesOfTheirOwnThatTheAgreementsIsLinkedTo()
    {
        var trace = Trace;
        var linked = trace.SelectMany(span => span.LinkedSpans).ToHashSet();
        var others = journey.Collector.Spans.Where(span => span.TraceId != trace[0].TraceId).ToList();

        // Spans are collected from the whole process, so those of agreements in tests beside this one come too.
        var decisions = others.Where(span => span.Name is "POST /review/{id:agreement}/{token}" or "POST /sign/{id:agreement}/{token}")
            .Where(span => span.Tags[Id] == AgreementId).ToList();

        Assert.Equal(journey.Decisions, decisions.Count);
        Assert.Equal(decisions.Count, decisions.Select(span => span.TraceId).Distinct().Count());
        Assert.All(decisions, decision =>
        {
            Assert.Equal(decision.Tags["http.route"], decision.Tags["url.path"]);
            Assert.Contains(
                others, span => span.TraceId == decision.TraceId && span.Name == "orchestration_event:RecordChanged" && linked.Contains(span.SpanId));
        });
    }

    [Fact]
    public void Exports_All_HoldNoTokenAddressNameOrTitle()
    {
        Assert.True(journey.Secrets.Count > 20, $"Only {journey.Secrets.Count} secrets.");
        Assert.NotEmpty(journey.Collector.Holding(AgreementId));

        Assert.All(journey.Secrets, secret => Assert.Empty(journey.Collector.Holding(secret)));
        Assert.All(journey.Collector.Spans, span => Assert.Empty(span.StatusMessage));
    }

    [Fact]
    public void Metrics_OfTheJourney_CountWithoutNamingTheAgreement()
    {
        var points = journey.Collector.Points;

        AssertCounted("agreement.started", ("agreement.form", "JointVenture"));
        AssertCounted("agreement.concluded", ("agreement.form", "JointVenture"), ("agreement.outcome", "Archived"));
        AssertCounted("agreement.step.duration", ("agreement.step", "ArchiveAgreement"));
        AssertCounted("agreement.mails", ("mail.category", "approval-request"), ("mail.outcome", "sent"));
        AssertCounted("agreement.engine.ready");
        AssertCounted("agreement.engine.lag");
        AssertCounted("agreement.engine.activities");
        AssertCounted("http.server.request.duration", ("http.route", "/review/{id:agreement}/{token}"));
        Assert.All(points, point => Assert.All(point.Tags.Values, value => Assert.DoesNotContain(AgreementId, value, StringComparison.Ordinal)));

        void AssertCounted(string name, params (string Name, string Value)[] tags) => Assert.Contains(
            points, point => point.Name == name && tags.All(tag => point.Tags.GetValueOrDefault(tag.Name) == tag.Value));
    }

    [Fact]
    public void Logs_OfASteps_HoldTheAgreementAndBelongToTheTrace()
    {
        var archived = Assert.Single(journey.Collector.Logs, log => log.Body.StartsWith($"Agreement {AgreementId} archived", StringComparison.Ordinal));

        Assert.Equal(AgreementId, archived.Tags[Id]);
        Assert.Equal(Trace[0].TraceId, archived.TraceId);
    }

    private static string LifeOf(OtlpSpan span) => span.Process[ObservedJourney.Life];
}
