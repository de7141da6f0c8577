using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Notices;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Trainings;

/// <summary>
/// Trainings in the ledger of their village's county: <c>training|{id}</c> is the description, <c>training|{id}|places</c> the state that
/// sign-ups are decided against. Both carry a version, so that no decision is made by an outdated description.
/// </summary>
[PersonalColumn(
    "Ledger",
    "training",
    "Definition",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class TrainingTable(LedgerWriter ledgers, LedgerTable table, Divisions divisions, IMemoryCache cache)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    /// <summary>A training as of at most a minute ago, or null.</summary>
    public async Task<Training?> FindAsync(string id) =>
        cache.TryGetValue(CacheKey(id), out Training? known) ? known : await FindFreshAsync(id);

    public async Task<Training?> FindFreshAsync(string id) =>
        IsPossible(id) && await table.FindAsync(TrainingKeys.CountyOf(id), TrainingKeys.Training(id)) is { } row
            ? Remember(TrainingRows.TrainingOf(row))
            : null;

    /// <summary>A training and its seats, as they are now.</summary>
    public async Task<(Training Training, Seats Seats)?> ReadAsync(string id)
    {
        Training? training = null;
        Seats? seats = null;
        if (!IsPossible(id))
            return null;
        await foreach (var row in table.ReadRange(TrainingKeys.CountyOf(id), TrainingKeys.Training(id)))
        {
            if (row.RowKey == TrainingKeys.Training(id))
                training = TrainingRows.TrainingOf(row);
            else
                seats = TrainingRows.SeatsOf(row);
        }

        return training is not null && seats is not null ? (Remember(training), seats) : null;
    }

    public async Task<Seats> ReadSeatsAsync(string id) =>
        TrainingRows.SeatsOf(
            await table.FindAsync(TrainingKeys.CountyOf(id), TrainingKeys.Seats(id))
                ?? throw new InvalidOperationException("A training has no seats.")
        );

    /// <returns>False when it had been announced before.</returns>
    public async Task<bool> AnnounceAsync(Training training, DateTimeOffset now)
    {
        TableTransactionAction[] rows =
        [
            new(TableTransactionActionType.Add, TrainingRows.Of(training)),
            new(TableTransactionActionType.Add, TrainingRows.Of(training.Id, Seats.Open(training.Capacity))),
        ];
        return await ledgers.WriteAsync(
            TrainingKeys.CountyOf(training.Id),
            new Entry(rows, new TrainingChanged(training.Village, Day.Of(now), training.Id))
        )
            is null;
    }

    /// <summary>Changes a training as it is now; those who move up are told.</summary>
    /// <param name="change">The next version, or the same training when there is nothing to change.</param>
    public Task<Result<Training>> ChangeAsync(string id, Func<Training, Training> change, DateTimeOffset now) =>
        OptimisticConcurrency.RetryAsync<Result<Training>>(async _ =>
        {
            if (!IsPossible(id) || await table.FindAsync(TrainingKeys.CountyOf(id), TrainingKeys.Training(id)) is not { } row)
                return Refusal.NotFound;
            var before = TrainingRows.TrainingOf(row);
            var after = change(before);
            if (after == before)
                return before;
            after = after with
            {
                Version = before.Version + 1,
                Listings = [.. before.Listings.Where(listing => listing != after.Listing), after.Listing],
                Moves = after.IsMovedFrom(before) ? Moves.OneMore(before.Moves, Day.Of(now)) : before.Moves,
            };
            if (after.Listings.Count > Training.MostListings)
                return TrainingRefusals.MovedTooOften;
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(id), DecisionOn(before, after, row, now));
            cache.Remove(CacheKey(id));
            if (outcome.Rival is not null)
                return null;
            if (outcome.Result.Refused(out var refusal, out var changed))
            {
                if (refusal == TrainingRefusals.Changed)
                    return null;
                return refusal;
            }

            return Remember(changed);
        });

    /// <summary>Keeps a notice for everybody whom it concerns.</summary>
    /// <returns>False when that was done before.</returns>
    public async Task<bool> RemindAsync(Training training, DateTimeOffset now)
    {
        var key = $"reminder-{training.FirstDay}";
        var done = new TableEntity(TrainingKeys.CountyOf(training.Id).Value, $"reminded|{training.Id}|{training.FirstDay}")
        {
            ["At"] = now,
        };
        TableTransactionAction[] rows =
        [
            new(TableTransactionActionType.Add, done),
            new(TableTransactionActionType.Add, TrainingRows.Of(training.Id, new Notice(key, NoticeKind.Reminder, now, null))),
        ];
        return await ledgers.WriteAsync(
            TrainingKeys.CountyOf(training.Id),
            new Entry(rows, new TrainingChanged(training.Village, Day.Of(now), training.Id))
        )
            is null;
    }

    private static Decision<Result<Training>> DecisionOn(Training before, Training after, TableEntity read, DateTimeOffset now)
    {
        var news = new TrainingChanged(after.Village, Day.Of(now), after.Id);
        var key = Guid.CreateVersion7(now).ToString("N");
        var heaviest = EntryOf(new Span(1, 1), 1);
        return new Decision<Result<Training>>(
            TrainingKeys.Seats(after.Id),
            heaviest.Claims,
            heaviest.Weight,
            state =>
            {
                var seats = TrainingRows.SeatsOf(state!);
                if (TrainingRules.Change(before, after, seats).Refused(out var refusal, out var next))
                    return new(refusal);
                return new(after, EntryOf(next.ConfirmedSince(seats), seats.Given), TrainingRows.Of(after.Id, next));
            }
        );

        Entry EntryOf(Span? confirmed, int given)
        {
            List<TableTransactionAction> rows = [new(TableTransactionActionType.UpdateReplace, TrainingRows.Of(after), read.ETag)];
            if (after.Cancelled)
                rows.Add(Add(new Notice(key, NoticeKind.Cancelled, now, null)));
            else if (given > 0 && after.IsMovedFrom(before))
                rows.Add(Add(new Notice(key + "-moved", NoticeKind.Moved, now, new Span(1, given))));
            if (confirmed is not null)
                rows.Add(Add(new Notice(key + "-confirmed", NoticeKind.Confirmed, now, confirmed)));
            return new Entry(rows, news);
        }

        TableTransactionAction Add(Notice notice) => new(TableTransactionActionType.Add, TrainingRows.Of(after.Id, notice));
    }

    private bool IsPossible(string id) => TrainingKeys.TryCounty(id, out var county) && divisions.Find(county) is not null;

    private Training Remember(Training training) =>
        cache.Set(CacheKey(training.Id), training, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });

    private static string CacheKey(string id) => "training|" + id;
}
