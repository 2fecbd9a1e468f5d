using Azure.Core;
using Azure.Core.Pipeline;

namespace AllianceAgreements.Azure.Tests;

/// <summary>Stands between the stores and the network, and does with a request what the test says.</summary>
internal sealed class Disturbance(Func<HttpMessage, Func<ValueTask>, ValueTask> handle) : HttpPipelinePolicy
{
    private int _requests;

    /// <summary>How many requests there were.</summary>
    public int Requests => _requests;

    public override ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _requests);
        return handle(message, () => ProcessNextAsync(message, pipeline));
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _requests);
        handle(message, () =>
        {
            ProcessNext(message, pipeline);
            return ValueTask.CompletedTask;
        }).AsTask().GetAwaiter().GetResult();
    }

    /// <summary>Only counts.</summary>
    public static Disturbance None() => new((_, next) => next());

    /// <summary>Disturbs the first request of a kind.</summary>
    public static Disturbance First(Func<Request, bool> kind, Func<HttpMessage, Func<ValueTask>, ValueTask> handle)
    {
        var done = 0;
        return new Disturbance((message, next) =>
            kind(message.Request) && Interlocked.Exchange(ref done, 1) == 0 ? handle(message, next) : next());
    }

    /// <summary>Lets the first request of a kind through and loses its answer, so that the SDK tries again.</summary>
    public static Disturbance LosesAnswerOf(Func<Request, bool> kind) => First(kind, async (_, next) =>
    {
        await next();
        throw new IOException("The answer was lost.");
    });

    public static bool IsAppend(Request request) => Has(request, "comp=appendblock");

    public static bool IsSeal(Request request) => Has(request, "comp=seal");

    public static bool Has(Request request, string query) => request.Uri.Query.Contains(query, StringComparison.Ordinal);
}

/// <summary>The process ended here, as far as the test is concerned. The SDK does not try again after it.</summary>
internal sealed class CrashException() : Exception("The process ended here.");
