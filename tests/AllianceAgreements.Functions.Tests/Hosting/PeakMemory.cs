namespace AllianceAgreements.Functions.Tests.Hosting;

/// <summary>The most memory that host and worker were seen to hold, looked at every second until it is disposed of.</summary>
internal sealed class PeakMemory : IAsyncDisposable
{
    private const long Mebibyte = 1024 * 1024;

    private readonly PeriodicTimer _timer = new(TimeSpan.FromSeconds(1));
    private readonly ProductHost _product;
    private readonly Task _looking;
    private (long Host, long Worker) _peak;

    public PeakMemory(ProductHost product)
    {
        _product = product;
        _looking = LookAsync();
    }

    public override string ToString() => $"At most {_peak.Host / Mebibyte} MiB in the host, {_peak.Worker / Mebibyte} MiB in the worker";

    public async ValueTask DisposeAsync()
    {
        _timer.Dispose();
        await _looking;
    }

    private async Task LookAsync()
    {
        while (await _timer.WaitForNextTickAsync())
        {
            var (host, worker) = _product.ReadMemory();
            _peak = (Math.Max(_peak.Host, host), Math.Max(_peak.Worker, worker));
        }
    }
}
