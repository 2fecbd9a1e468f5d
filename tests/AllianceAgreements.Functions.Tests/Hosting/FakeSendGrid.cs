using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>Takes mail as SendGrid does, and keeps it for the tests.</summary>
internal sealed partial class FakeSendGrid : IAsyncDisposable
{
    private readonly WebApplication _server;
    private readonly List<SentMail> _mails = [];
    private TaskCompletionSource _more = NewSignal();
    private (string Category, TaskCompletionSource Came)? _unanswered;

    private FakeSendGrid(WebApplication server) => _server = server;

    public Uri Address => new(_server.Urls.Single());

    public IReadOnlyList<SentMail> Mails
    {
        get
        {
            lock (_mails)
            {
                return [.. _mails];
            }
        }
    }

    public static async Task<FakeSendGrid> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        var fake = new FakeSendGrid(server);
        server.MapPost("/v3/mail/send", fake.AnswerAsync);
        await server.StartAsync();
        return fake;
    }

    /// <summary>Completes when the next mail of a category has come. It is not taken, and whoever sends it gets no answer.</summary>
    public Task LeaveUnansweredAsync(string category)
    {
        lock (_mails)
        {
            var came = NewSignal();
            _unanswered = (category, came);
            return came.Task;
        }
    }

    /// <summary>Completes when as many different mails as wanted are there that meet the condition; with them, oldest first.</summary>
    /// <exception cref="TimeoutException">They did not come in time.</exception>
    public async Task<IReadOnlyList<SentMail>> WaitForAsync(int count, Func<SentMail, bool> condition, TimeSpan patience)
    {
        using var cancellation = new CancellationTokenSource(patience);
        while (true)
        {
            var more = Volatile.Read(ref _more).Task;
            var found = Mails.Where(condition).DistinctBy(mail => mail.Key).ToList();
            if (found.Count >= count)
            {
                return found;
            }

            try
            {
                await more.WaitAsync(cancellation.Token);
            }
            catch (OperationCanceledException exception)
            {
                throw new TimeoutException($"{found.Count} of {count} mails came within {patience}.", exception);
            }
        }
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private static SentMail Read(JsonDocument document)
    {
        using (document)
        {
            var mail = document.RootElement;
            var to = mail.GetProperty("personalizations")[0];
            var text = mail.GetProperty("content")[0].GetProperty("value").GetString()!;
            return new SentMail(
                to.GetProperty("custom_args").GetProperty("mail").GetString()!,
                to.GetProperty("custom_args").GetProperty("agreement").GetString()!,
                mail.GetProperty("categories")[0].GetString()!,
                to.GetProperty("to")[0].GetProperty("name").GetString()!,
                Link().Match(text).Value);
        }
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var mail = Read(await JsonDocument.ParseAsync(context.Request.Body));
        if (!TryTake(mail))
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return;
        }

        Interlocked.Exchange(ref _more, NewSignal()).SetResult();
        context.Response.StatusCode = StatusCodes.Status202Accepted;
    }

    private bool TryTake(SentMail mail)
    {
        lock (_mails)
        {
            if (_unanswered is { } unanswered && unanswered.Category == mail.Category)
            {
                _unanswered = null;
                unanswered.Came.SetResult();
                return false;
            }

            _mails.Add(mail);
            return true;
        }
    }

    [GeneratedRegex("^https?://\\S+$", RegexOptions.Multiline)]
    private static partial Regex Link();
}

/// <summary>A mail that was handed over.</summary>
/// <param name="Key">The hash of its key: the same for the same mail.</param>
/// <param name="Agreement">The agreement it concerns.</param>
/// <param name="Category">What kind of mail it is.</param>
/// <param name="ToName">Whom it was sent to.</param>
/// <param name="Link">The first link in it; empty when there is none.</param>
internal sealed record SentMail(string Key, string Agreement, string Category, string ToName, string Link);
