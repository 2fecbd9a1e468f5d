using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using AllianceAgreements.Domain.Drafting;
using AllianceAgreements.Domain.Intake;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Documents.Tests;

public sealed class DeterminismTests
{
    private const string HashFileVariable = "ALLIANCE_TESTS_HASH_FILE";

    [Fact]
    public async Task Draft_ByAnotherDrafterInAnotherCulture_HasTheSameBytes()
    {
        var expected = await DraftAsync();
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NumberDecimalSeparator = ",";
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.DateTimeFormat.MonthNames = [.. Enumerable.Range(1, 13).Select(month => $"Monat {month}")];
        var before = CultureInfo.CurrentCulture;

        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.Equal(expected, await DraftAsync());
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public async Task Draft_FromManyThreadsAtOnce_HasTheSameBytes()
    {
        var templates = await AgreementDrafts.LoadAsync(AllianceForm.JointVenture, TestContext.Current.CancellationToken);
        var drafter = new AgreementDrafter();
        var input = Input();

        var drafts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => drafter.Draft(templates, input))));

        Assert.All(drafts, draft => Assert.Equal(drafts[0], draft));
    }

    [Fact]
    public async Task Draft_WhileOthersAreMade_HoldsNothingOfThem()
    {
        var templates = await AgreementDrafts.LoadAsync(AllianceForm.JointVenture, TestContext.Current.CancellationToken);
        var drafter = new AgreementDrafter();
        DraftingInput[] inputs = [.. Enumerable.Range(1, 6).Select(number => Input() with { Reference = new string('A', number * 50), Revision = number })];
        var alone = Array.ConvertAll(inputs, input => drafter.Draft(templates, input));

        var together = await Task.WhenAll(inputs.Concat(inputs).Select(input => Task.Run(() => drafter.Draft(templates, input))));

        Assert.Equal(alone.Concat(alone), together);
    }

    [Fact]
    public async Task Draft_ByAnotherProcessInAnotherTimeZone_HasTheSameBytes()
    {
        var file = Path.GetTempFileName();
        var path = Environment.ProcessPath!;
        var isHost = Path.GetFileNameWithoutExtension(path) == "dotnet";
        var start = new ProcessStartInfo(path) { RedirectStandardOutput = true, UseShellExecute = false };
        string[] arguments = [.. isHost ? [typeof(DeterminismTests).Assembly.Location] : Array.Empty<string>(), "-method", $"{typeof(DeterminismTests).FullName}.{nameof(Draft_Twice_HasTheSameBytes)}"];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["TZ"] = "Pacific/Kiritimati";
        start.Environment[HashFileVariable] = file;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.True(process.ExitCode == 0, output);
        Assert.Equal(Hash(await DraftAsync()), await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
        File.Delete(file);
    }

    [Fact]
    public async Task Draft_Twice_HasTheSameBytes()
    {
        var draft = await DraftAsync();

        Assert.Equal(draft, await DraftAsync());
        if (Environment.GetEnvironmentVariable(HashFileVariable) is { Length: > 0 } file)
        {
            await File.WriteAllTextAsync(file, Hash(draft), TestContext.Current.CancellationToken);
        }
    }

    private static async Task<byte[]> DraftAsync() =>
        new AgreementDrafter().Draft(await AgreementDrafts.LoadAsync(AllianceForm.JointVenture, TestContext.Current.CancellationToken), Input());

    private static DraftingInput Input() => new(SampleRequests.Terms(SampleRequests.NorthernHeart), "AA-2026-7F3K-9Q2M", Revision: 1);

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
