using AllianceAgreements.Domain.Ports;
using AllianceAgreements.Domain.Record;
using AllianceAgreements.Workflows.Telemetry;
using Microsoft.Extensions.Logging;

namespace AllianceAgreements.Workflows.Agreements;

/// <summary>
/// Reads agreements, and carries out commands on them: read, decide, append; once more from the start when somebody else was faster. What is
/// in the record has happened, even if the index cannot be told: the sweep tells it later.
/// </summary>
public sealed class AgreementRepository(
    IAgreementRecord record, IAgreementIndex index, TimeProvider time, ILogger<AgreementRepository> logger)
{
    private const int MaximumAttempts = 50;

    /// <summary>The agreement; null when there is none.</summary>
    public async ValueTask<AgreementState?> FindAsync(AgreementId id, CancellationToken cancellationToken) =>
        AgreementState.Fold(id, await record.ReadAsync(id, cancellationToken));

    /// <summary>An agreement that is known to exist.</summary>
    /// <exception cref="InvalidDataException">There is none.</exception>
    public async ValueTask<AgreementState> GetAsync(AgreementId id, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) ?? throw new InvalidDataException($"There is no agreement {id}.");

    /// <summary>The entries of the record, first to last; empty when there is none.</summary>
    public ValueTask<IReadOnlyList<RecordEntry>> ReadRecordAsync(AgreementId id, CancellationToken cancellationToken) =>
        record.ReadAsync(id, cancellationToken);

    /// <summary>Begins a record. Null when the agreement exists already.</summary>
    public async ValueTask<AgreementState?> BeginAsync(
        AgreementId id, Func<DateTimeOffset, AgreementStarted> started, Actor actor, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(started);
        var now = time.GetUtcNow();
        var entry = RecordEntry.After(null, started(now), actor, now);
        if (!await record.TryAppendAsync(id, [entry], cancellationToken))
        {
            return null;
        }

        var state = AgreementState.Fold(id, [entry])!;
        AgreementMetrics.Started(state);
        await IndexAsync(state);
        return state;
    }

    /// <summary>Carries out a command.</summary>
    /// <param name="id">The agreement.</param>
    /// <param name="actor">Who gives the command.</param>
    /// <param name="decide">The rule: a pure function of the state and the time; it may run several times.</param>
    /// <param name="cancellationToken">Cancels the command until it is in the record; from then on it is carried out.</param>
    public async ValueTask<CommandResult> ExecuteAsync(
        AgreementId id, Actor actor, Func<AgreementState, DateTimeOffset, Decision> decide, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(decide);
        for (var attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } before)
            {
                return new CommandResult(Decision.Refuse(RefusalReason.NotFound, "There is no such agreement."), null, null);
            }

            var now = time.GetUtcNow();
            var decision = decide(before, now);
            if (decision is not Decision.Accepted { Events: var events })
            {
                return new CommandResult(decision, before, before);
            }

            var after = before;
            var entries = new List<RecordEntry>(events.Count);
            foreach (var @event in events)
            {
                var entry = RecordEntry.After(after.Head, @event, actor, now);
                after = after.Apply(entry);
                entries.Add(entry);
            }

            if (await record.TryAppendAsync(id, entries, cancellationToken))
            {
                AgreementMetrics.Changed(before, after, events);
                await IndexAsync(after);
                return new CommandResult(decision, before, after);
            }
        }

        throw new InvalidOperationException($"Agreement {id} changed {MaximumAttempts} times while a command was being carried out. Try again.");
    }

    // Whoever asked for what is in the record may have gone, the rest of it is done all the same. And to fail the command because lists
    // cannot be brought up to date would have its caller repeat what has happened.
    private async ValueTask IndexAsync(AgreementState state)
    {
        try
        {
            await index.UpsertAsync(state.Summarise(), CancellationToken.None);
        }
        catch (Exception exception)
        {
            logger.NotIndexed(exception, state.Id.Value);
        }
    }
}

/// <summary>What became of a command.</summary>
/// <param name="Decision">What the rule answered.</param>
/// <param name="Before">The state it was decided on; null when there is no such agreement.</param>
/// <param name="After">The state now; null when there is no such agreement.</param>
public sealed record CommandResult(Decision Decision, AgreementState? Before, AgreementState? After);
