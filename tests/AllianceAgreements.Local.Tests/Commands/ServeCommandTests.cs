using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using AllianceAgreements.Local.Hosting;
using AllianceAgreements.Testing.Requests;
using Xunit;

namespace AllianceAgreements.Local.Tests.Commands;

public sealed class ServeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task Serve_ToldToStop_EndsWellAndKeepsWhatItHas(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signals.");
        using var first = await ServeAsync();
        var id = await StartAgreementAsync(first.Address);

        await first.Process.SignalAsync(signal);
        var end = await first.Process.EndAsync();

        Assert.Equal((0, ""), (end.ExitCode, end.Error));
        using var second = await ServeAsync();
        using var http = Http(second.Address);
        var agreement = await http.GetFromJsonAsync<JsonElement>($"/api/agreements/{id}", TestContext.Current.CancellationToken);
        Assert.Equal(id, agreement.GetProperty("id").GetString());
    }

    [Fact]
    public async Task Serve_AFolderThatAnotherProcessServes_SaysSoAndLeavesItAlone()
    {
        using var first = await ServeAsync();

        var call = (await Call.RunAsync("--data", _folder.PathOf("data"), "--urls", ListeningAddress.FreeLoopback())).AssertRefused(2);

        Assert.Contains($"'{_folder.PathOf("data")}' is in use by another process", call.Error, StringComparison.Ordinal);
        using var http = Http(first.Address);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/health/ready", TestContext.Current.CancellationToken)).StatusCode);
    }

    [Fact]
    public async Task Serve_APortThatIsTaken_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var address = $"http://{taken.LocalEndpoint}";

        var call = (await Call.RunAsync("--data", _folder.PathOf("data"), "--urls", address)).AssertRefused(2);

        Assert.Contains(address, Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.Contains("--urls", call.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("ftp://localhost:7071")]
    [InlineData("https://localhost:7071")]
    [InlineData("http://localhost:0")]
    [InlineData("http://localhost:99999")]
    [InlineData("http://localhost:7071;nonsense")]
    public async Task Serve_WhatIsNoAddress_IsRefusedBeforeAnythingIsMade(string urls)
    {
        var call = (await Call.RunAsync("--data", _folder.PathOf("data"), "--urls", urls)).AssertRefused(2);

        Assert.Contains("is not an address to listen on", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_folder.PathOf("data")));
    }

    [Fact]
    public async Task Serve_ADataFolderThatIsAFile_SaysSo()
    {
        var path = _folder.Write("data", [1]);

        var call = (await Call.RunAsync("--data", path, "--urls", ListeningAddress.FreeLoopback())).AssertRefused(2);

        Assert.StartsWith($"The data folder '{path}' cannot be used", Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("agreements.db")]
    [InlineData("orchestrations.db")]
    [InlineData("legal.token")]
    [InlineData("link.key")]
    public async Task Serve_AFileOfTheFolderDamaged_SaysSo(string name)
    {
        Directory.CreateDirectory(_folder.PathOf("data"));
        await File.WriteAllTextAsync(_folder.PathOf("data", name), "not what belongs here, and long enough to be read as something", TestContext.Current.CancellationToken);

        var call = (await Call.RunAsync("--data", _folder.PathOf("data"), "--urls", ListeningAddress.FreeLoopback())).AssertRefused(2);

        Assert.Contains(_folder.PathOf("data"), Assert.Single(call.ErrorLines), StringComparison.Ordinal);
    }

    private async Task<Served> ServeAsync()
    {
        var address = ListeningAddress.FreeLoopback();
        var process = LocalProcess.Start(_folder.Root, "--data", "data", "--urls", address);
        try
        {
            await process.ReadToAsync("API tokens");
            return new Served(process, new Uri(address));
        }
        catch
        {
            process.Dispose();
            throw;
        }
    }

    private async Task<string> StartAgreementAsync(Uri address)
    {
        using var http = Http(address);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/agreements")
        {
            Content = new ByteArrayContent(SampleRequests.Read(SampleRequests.NorthernHeart)) { Headers = { ContentType = new("application/json") } },
        };
        request.Headers.Add("Idempotency-Key", "stop");
        var response = await http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken)).GetProperty("id").GetString()!;
    }

    private HttpClient Http(Uri address)
    {
        var token = File.ReadAllText(_folder.PathOf("data", "legal.token")).Trim();
        return new HttpClient { BaseAddress = address, DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", token) } };
    }

    private sealed record Served(LocalProcess Process, Uri Address) : IDisposable
    {
        public void Dispose() => Process.Dispose();
    }
}
