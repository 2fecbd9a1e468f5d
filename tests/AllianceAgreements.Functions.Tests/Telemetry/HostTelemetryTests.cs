using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Functions.Tests.Journey;
using AllianceAgreements.Testing.Servers;
using AllianceAgreements.Testing.Telemetry;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Telemetry;

/// <summary>What a collector learns of an agreement that the real host runs.</summary>
[Collection(FunctionsHost.Collection)]
public sealed class HostTelemetryTests(AzuriteServer azurite)
{
    [Fact]
    public async Task Trace_OfTheArchive_BeginsWithTheRequestAndHoldsNoSecret()
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        await using var collector = new OtlpReceiver();
        await using var product = await ProductHost.StartAsync(azurite.ConnectionString, new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Address,
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
        });

        var id = await new AgreementJourney(product).RunAsync();
        await product.StopAsync();

        var archiving = Assert.Single(collector.Spans, span => span.Name == "write archive" && span.Tags["agreement.id"] == id.Value);
        var trace = collector.Spans.Where(span => span.TraceId == archiving.TraceId).ToList();
        Assert.Equal("activity:ArchiveAgreement", trace.Single(span => span.SpanId == archiving.ParentId).Name);
        foreach (var name in new[]
        {
            "POST /api/agreements", "StartAgreement", "create_orchestration:Agreement", "orchestration:Agreement", "activity:GenerateDraft",
            "orchestration:Approval", "activity:SendApprovalMail", "send mail", "orchestration:Signing", "activity:SendSignatureMail",
        })
        {
            Assert.Contains(trace, span => span.Name == name);
        }

        CheckDecisions([.. collector.Spans]);
        Assert.NotEmpty(collector.Holding(id.Value));
        Assert.All(Secrets(product), secret => Assert.Empty(collector.Holding(secret)));
    }

    private static void CheckDecisions(IReadOnlyList<OtlpSpan> spans)
    {
        var decisions = spans.Where(span => span.Name is "DecideApproval" or "SignAgreement").ToList();
        Assert.NotEmpty(decisions);
        Assert.All(decisions, decision =>
        {
            var request = spans.Single(span => span.SpanId == decision.ParentId);
            Assert.True(request.Name is "POST /review/{id:agreement}/{token}" or "POST /sign/{id:agreement}/{token}", request.Name);
        });
    }

    /// <summary>What must not leave the process: tokens, names, addresses, the title.</summary>
    private static HashSet<string> Secrets(ProductHost product)
    {
        var request = AgreementJourney.Terms.Request;
        var people = request.Parties.SelectMany(party => party.Approvers
            .Select(person => (person.Name, person.Email)).Append((party.Signatory.Name, party.Signatory.Email)));
        return
        [
            request.Title, .. people.SelectMany(person => new[] { person.Name, person.Email }),
            .. product.Mails.Mails.Select(mail => mail.Link).Where(link => link.Length > 0).Select(link => new Uri(link).Segments[^1]),
        ];
    }
}
