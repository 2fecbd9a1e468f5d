using AllianceAgreements.Embedded.Engine.Commands;
using AllianceAgreements.Embedded.Engine.Dispatch;
using AllianceAgreements.Embedded.Engine.State;
using AllianceAgreements.Embedded.Engine.Storage;
using AllianceAgreements.Embedded.Engine.Telemetry;
using AllianceAgreements.Embedded.Stores;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AllianceAgreements.Embedded.Engine;

/// <summary>The engine as a hosted service: opens the data folder at the start, lets what runs end at the stop.</summary>
internal sealed class EmbeddedEngine(
    IOptions<EmbeddedEngineOptions> options, EngineServices services, IHostApplicationLifetime? lifetime = null)
    : IHostedService, IDisposable
{
    private readonly EmbeddedEngineOptions _options = options.Value;
    private readonly ILogger _logger = services.LoggerFactory.CreateLogger<EmbeddedEngine>();
    private readonly TaskCompletionSource _opened = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Mailbox _mailbox = new();
    private readonly CancellationTokenSource _stopping = new();
    private DataFolderLock? _lock;
    private EngineLoop? _loop;
    private EngineGauges? _gauges;

    public EngineDatabase Database { get; } = new(options.Value.DataFolder);

    public CompletionSignals Completions { get; } = new();

    private bool _disposed;

    /// <summary>Completes once the database can be read.</summary>
    public Task Opened => _opened.Task;

    /// <summary>Completes when the engine has ended and let go of its files; faulted when it failed.</summary>
    public Task Ended { get; private set; } = Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        try
        {
            _loop = Open();
        }
        catch (Exception e)
        {
            _lock?.Dispose();
            _opened.TrySetException(e);
            _mailbox.Close(new EngineStoppedException(e));
            throw;
        }

        _gauges = new EngineGauges(Database, services.Clock);
        _loop.Start();
        Ended = ReleaseAtEndAsync(_loop.Completion);
        _opened.TrySetResult();
        _logger.EngineStarted(_options.DataFolder);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_loop is null)
        {
            return;
        }

        _loop.Stop();
        await using var hurry = cancellationToken.Register(_loop.StopNow);
        try
        {
            await Ended;
            _logger.EngineStopped();
        }
#pragma warning disable CA1031 // The failure was logged when it happened; the stop must not fail for it.
        catch (Exception)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>Applies a change and answers once it is durable.</summary>
    /// <exception cref="EngineStoppedException">The engine has stopped.</exception>
    public Task<T> ExecuteAsync<T>(Func<EngineState, DateTime, T> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var command = new ClientCommand<T>(work);
        _mailbox.Post(command);
        return command.Answer.WaitAsync(cancellationToken);
    }

    /// <inheritdoc cref="ExecuteAsync{T}"/>
    public Task ExecuteAsync(Action<EngineState, DateTime> work, CancellationToken cancellationToken) => ExecuteAsync(
        (state, now) =>
        {
            work(state, now);
            return true;
        },
        cancellationToken);

    public void Dispose()
    {
        // It is registered both as itself and as a hosted service, so its container disposes it twice.
        if (Interlocked.Exchange(ref _disposed, true))
        {
            return;
        }

        _loop?.StopNow();
        Ended.ContinueWith(_ => { }, TaskScheduler.Default).GetAwaiter().GetResult();
        _loop?.Dispose();
        _lock?.Dispose();
        _mailbox.Dispose();
        _stopping.Dispose();
    }

    private EngineLoop Open()
    {
        DurableFiles.CreateFolder(Path.GetFullPath(_options.DataFolder));
        _lock = DataFolderLock.Take(_options.DataFolder);
        Database.Prepare();
        var state = new EngineState(new EngineTables(Database.OpenForWriting()), _options.DefaultVersion);
        return new EngineLoop(state, _options, services, _mailbox, Completions, _stopping);
    }

    private async Task ReleaseAtEndAsync(Task completion)
    {
        try
        {
            await completion;
        }
        catch
        {
            // A host whose engine is gone would accept agreements it never moves on.
            lifetime?.StopApplication();
            throw;
        }
        finally
        {
            _gauges?.Dispose();
            Database.ReleaseFiles();
            _lock?.Dispose();
        }
    }
}
