using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class DemoCommandTests(DemoRun demo) : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Demo_TheDefaultSample_EndsWithTheArchivesFolderAlone()
    {
        var call = await demo.Call;

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        var folder = call.OutputLines[^1];
        Assert.True(Directory.Exists(folder), folder);
        Assert.Equal(Path.Combine(demo.Data, "archive"), Path.GetDirectoryName(folder));
        Assert.Contains(call.OutputLines, line => line.Contains("asked for changes", StringComparison.Ordinal));
        Assert.Equal(0, (await Call.RunAsync("verify", folder)).ExitCode);
    }

    [Fact]
    public async Task Demo_AgainOnTheSameFolderWithAnotherRequest_LeavesBothArchives()
    {
        var first = await demo.GetArchiveAsync();
        var request = _folder.Write("request.json", SampleRequests.Read(SampleRequests.NorthAtlanticOncology));

        var call = await Call.RunAsync("demo", request, "--data", demo.Data);

        Assert.Equal((0, ""), (call.ExitCode, call.Error));
        Assert.NotEqual(first, call.OutputLines[^1]);
        Assert.Equal(0, (await Call.RunAsync("verify", first)).ExitCode);
        Assert.Equal(0, (await Call.RunAsync("verify", call.OutputLines[^1])).ExitCode);
    }

    [Fact]
    public async Task Demo_AFaultyRequest_NamesItsFaultsAndStartsNothing()
    {
        var request = _folder.Write("request.json", SampleRequests.Edited(SampleRequests.NorthernHeart, "$.parties[0].approvers[0].email = \"nobody\""));

        var call = (await Call.RunAsync("demo", request, "--data", _folder.PathOf("data"))).AssertRefused(1);

        Assert.Contains("$.parties[0].approvers[0].email: ", call.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("data")));
    }

    [Fact]
    public async Task Demo_EverythingItLeaves_IsItsOwnersAlone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no such modes.");
            return;
        }

        const UnixFileMode owners = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        await demo.Call;

        Assert.Equal(owners, File.GetUnixFileMode(demo.Data));
        foreach (var path in Directory.EnumerateFileSystemEntries(demo.Data))
        {
            Assert.True((File.GetUnixFileMode(path) | owners) == owners, path);
        }
    }
}
