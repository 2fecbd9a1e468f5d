using System.Diagnostics;
using AllianceAgreements.Functions.Tests.Hosting;
using AllianceAgreements.Testing.Servers;
using Xunit;

namespace AllianceAgreements.Functions.Tests.Journey;

/// <summary>Very many agreements at once, on the real host. <c>FUNCTIONS_AGREEMENTS</c> says how many; 1,000 by default.</summary>
[Collection(FunctionsHost.Collection)]
public sealed class ManyAgreementsTests(AzuriteServer azurite, ITestOutputHelper output)
{
    private const int AtOnce = 32;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(60);

    [Fact]
    public async Task Start_VeryManyAtOnce_EveryApproverIsAskedOnce()
    {
        Assert.SkipUnless(FunctionsHost.IsInstalled, FunctionsHost.Missing);
        var count = int.Parse(Environment.GetEnvironmentVariable("FUNCTIONS_AGREEMENTS") ?? "1000");
        await using var product = await ProductHost.StartAsync(azurite.ConnectionString);
        using var legal = new ProductClient(product.Address, "Legal");
        var terms = AgreementJourney.Terms.ToUtf8Json();
        await using var memory = new PeakMemory(product);
        var begun = Stopwatch.GetTimestamp();

        await Parallel.ForEachAsync(Enumerable.Range(0, count), new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (number, _) =>
            await legal.StartAgreementAsync(terms, $"agreement-{number}"));
        var started = Stopwatch.GetElapsedTime(begun);
        var approvers = AgreementJourney.Terms.Request.Parties.Sum(party => party.Approvers.Count);
        await product.Mails.WaitForAsync(count * approvers, mail => mail.Category == "approval-request", Patience);
        var asked = Stopwatch.GetElapsedTime(begun);
        output.WriteLine(
            $"{count} agreements started in {started}, all {count * approvers} approvers asked after {asked}: {count / asked.TotalMinutes:F0} a minute.");
        output.WriteLine($"{legal.Repeated} requests repeated. {memory}. {product.CountLogged("fail: ")} failures logged, {product.CountLogged("warn: ")} warnings.");

        var mails = product.Mails.Mails;
        Assert.Equal(count, mails.Select(mail => mail.Agreement).Distinct().Count());
        Assert.Equal(count * approvers, mails.Select(mail => mail.Key).Distinct().Count());
        Assert.Equal(count * approvers, mails.Count);
    }
}
