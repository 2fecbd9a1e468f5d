using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace AllianceAgreements.Testing.Servers;

/// <summary>A server that takes mails as SendGrid does (v3 mail send), on a free port of this machine.</summary>
public sealed class SendGridServer : IAsyncDisposable
{
    public const string ApiKey = "SG.test-key";

    private readonly WebApplication _app;
    private string? _address;
    private readonly ConcurrentQueue<Func<HttpContext, Task>> _script = [];
    private readonly SemaphoreSlim _asked = new(0);

    private SendGridServer()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    /// <summary>The mails that were taken.</summary>
    public ConcurrentQueue<JsonNode> Taken { get; } = [];

    /// <summary>Every request's path, authorization and media type.</summary>
    public ConcurrentQueue<(string Path, string? Authorization, string? MediaType)> Requests { get; } = [];

    public string Address => _address ?? throw new InvalidOperationException("The server is not running.");

    public static async Task<SendGridServer> StartAsync()
    {
        var server = new SendGridServer();
        await server._app.StartAsync();
        server._address = server._app.Urls.Single();
        return server;
    }

    /// <summary>Answers the next request otherwise.</summary>
    public void Next(int status, string body = "", params (string Name, string Value)[] headers) => _script.Enqueue(async context =>
    {
        context.Response.StatusCode = status;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.WriteAsync(body);
    });

    /// <summary>Breaks the connection of the next request.</summary>
    public void NextBreaks() => _script.Enqueue(context =>
    {
        context.Abort();
        return Task.CompletedTask;
    });

    /// <summary>Answers the next request only then.</summary>
    public void NextWaits(Task until) => _script.Enqueue(_ => until);

    /// <summary>Completes when so many more requests have been answered.</summary>
    public async Task UntilAskedAsync(int times)
    {
        for (var i = 0; i < times; i++)
        {
            if (!await _asked.WaitAsync(TimeSpan.FromSeconds(60)))
            {
                throw new TimeoutException("Nobody asked.");
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _asked.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Requests.Enqueue((context.Request.Path, context.Request.Headers.Authorization, context.Request.ContentType));
        var mail = (await JsonNode.ParseAsync(context.Request.Body))!;
        if (_script.TryDequeue(out var step))
        {
            await step(context);
        }
        else
        {
            Taken.Enqueue(mail);
            context.Response.StatusCode = (int)HttpStatusCode.Accepted;
        }

        _asked.Release();
    }
}
