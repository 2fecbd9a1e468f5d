using Azure.Core;
using Azure.Core.Pipeline;

namespace AllianceAgreements.Azure.Tests.Index;

/// <summary>The way to the storage account: counts the requests, and can be cut after some of them, as by a process that dies there.</summary>
internal sealed class CuttableLine : HttpPipelinePolicy
{
    private int _left = int.MaxValue;
    private bool _arrives;
    private int _sent;

    /// <summary>How many requests were made.</summary>
    public int Sent => _sent;

    /// <summary>Lets some more requests through and breaks the next.</summary>
    /// <param name="after">How many go through.</param>
    /// <param name="arrives">Whether the one that breaks arrives, and its answer alone is lost.</param>
    public void Cut(int after, bool arrives)
    {
        _arrives = arrives;
        _left = after;
    }

    public void Mend() => _left = int.MaxValue;

    public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline)
    {
        Interlocked.Increment(ref _sent);
        var broken = Interlocked.Decrement(ref _left) < 0;
        if (!broken || (_arrives && _left == -1))
        {
            await ProcessNextAsync(message, pipeline);
        }

        if (broken)
        {
            throw new IOException("The line is cut.");
        }
    }

    public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
        throw new NotSupportedException("Nothing here waits without awaiting.");
}
