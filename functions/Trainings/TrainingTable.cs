using Azure.Data.Tables;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Enrolments;
using EStation.Trainings.Tellings;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Trainings;

/// <summary>Trainings in the ledger of their village's county: <c>training|{id}</c> is the description, <c>training|{id}|places</c> the
/// state of the seats. Both carry a version, so that no decision uses an outdated description.</summary>
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

    public async Task<Training?> FindAsync(string id) =>
        cache.TryGetValue(CacheKey(id), out Training? known) ? known : await FindFreshAsync(id);

    public async Task<Training?> FindFreshAsync(string id) =>
        IsPossible(id) && await table.FindAsync(TrainingKeys.CountyOf(id), TrainingKeys.Training(id)) is { } row
            ? Remember(TrainingRows.TrainingOf(row))
            : null;

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

    /// <returns>False when the training exists already.</returns>
    public async Task<bool> AnnounceAsync(Training training, DateTimeOffset now)
    {
        TableTransactionAction[] rows =
        [
            new(TableTransactionActionType.Add, TrainingRows.Of(training)),
            new(TableTransactionActionType.Add, TrainingRows.Of(training.Id, Seats.Open(training))),
        ];
        return await ledgers.WriteAsync(
            TrainingKeys.CountyOf(training.Id),
            new Entry(rows, new TrainingChanged(training.Village, Day.Of(now), training.Id))
        )
            is null;
    }

    /// <summary>Changes a training as it is now; those who move up are told.</summary>
    /// <param name="change">The next version, or the same training when there is nothing to change.</param>
    /// <param name="reason">What those who are signed up are told of a cancellation.</param>
    public Task<Result<Training>> ChangeAsync(string id, Func<Training, Training> change, DateTimeOffset now, string? reason = null) =>
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
                Moves = after.HasNewsSince(before) ? Moves.OneMore(before.Moves, Day.Of(now)) : before.Moves,
            };
            if (after.Listings.Count > Training.MostListings)
                return TrainingRefusals.MovedTooOften;
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(id), DecisionOn(before, after, row, reason, now));
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

    /// <summary>Has everybody who has a place reminded.</summary>
    /// <returns>False when that was done before.</returns>
    public async Task<bool> RemindAsync(Training training, DateTimeOffset now)
    {
        var key = $"reminder-{training.Id}-{training.FirstDay}";
        var done = new TableEntity(TrainingKeys.CountyOf(training.Id).Value, $"reminded|{training.Id}|{training.FirstDay}")
        {
            ["At"] = now,
        };
        TableTransactionAction[] rows =
        [
            new(TableTransactionActionType.Add, done),
            TellingTable.Add(training.Village.County, TrainingTellings.To(training, TrainingTellings.Reminder, null, key, now)),
        ];
        return await ledgers.WriteAsync(TrainingKeys.CountyOf(training.Id), new Entry(rows, new TellingStored())) is null;
    }

    /// <summary>Admits some of those who have applied; they are told.</summary>
    public async Task<Result<Seats>> SelectAsync(Training training, IReadOnlyList<int> numbers, DateTimeOffset now) =>
        await ConfirmAsync(training, seats => TrainingRules.Select(training, seats, numbers, now), now);

    /// <summary>Gives away the reserved seats that are left when a reservation has expired; again, it changes nothing.</summary>
    public async Task<Result<Seats>> ExpireAsync(Training training, DateTimeOffset now) =>
        await ConfirmAsync(training, seats => seats.Version != training.Version ? TrainingRefusals.Changed : seats.At(training, now), now);

    public async Task<NumberSet> ReadConfirmedAsync(string id, string key) =>
        Confirmations.NumbersOf(
            await table.FindAsync(TrainingKeys.CountyOf(id), TrainingKeys.Confirmed(id, key))
                ?? throw new InvalidOperationException("A telling names a set of numbers that is not there.")
        );

    private async Task<Result<Seats>> ConfirmAsync(Training training, Func<Seats, Result<Seats>> decide, DateTimeOffset now)
    {
        var key = Guid.CreateVersion7(now).ToString("N");
        var heaviest = new Entry(Confirmations.OfMany(training, key, now), News());
        return await OptimisticConcurrency.RetryAsync<Result<Seats>>(async _ =>
        {
            var outcome = await ledgers.DecideAsync(
                TrainingKeys.CountyOf(training.Id),
                new Decision<Result<Seats>>(TrainingKeys.Seats(training.Id), heaviest.Claims, heaviest.Weight, Decide)
            );
            if (outcome.Rival is not null)
                return null;
            return outcome.Result;
        });

        Proposal<Result<Seats>> Decide(TableEntity? state)
        {
            var seats = TrainingRows.SeatsOf(state!);
            if (decide(seats).Refused(out var refusal, out var after))
                return new(refusal);
            var confirmed = Confirmations.Of(training, seats, after, key, now);
            return after == seats ? new(seats)
                : confirmed.Count == 0 ? new(after, new Entry([], News()), TrainingRows.Of(training.Id, after))
                : new(after, new Entry(confirmed, News()), TrainingRows.Of(training.Id, after));
        }

        News[] News() => [new TrainingChanged(training.Village, Day.Of(now), training.Id), new TellingStored()];
    }

    private Decision<Result<Training>> DecisionOn(Training before, Training after, TableEntity read, string? reason, DateTimeOffset now)
    {
        var news = new TrainingChanged(after.Village, Day.Of(now), after.Id);
        var key = Guid.CreateVersion7(now).ToString("N");
        var heaviest = EntryOf(Confirmations.OfMany(after, key + "-confirmed", now), given: int.MaxValue);
        return new Decision<Result<Training>>(
            TrainingKeys.Seats(after.Id),
            heaviest.Claims,
            heaviest.Weight,
            state =>
            {
                var seats = TrainingRows.SeatsOf(state!);
                if (TrainingRules.Change(before, after, seats).Refused(out var refusal, out var next))
                    return new(refusal);
                var confirmed = Confirmations.Of(after, seats, next, key + "-confirmed", now);
                return new(after, EntryOf(confirmed, seats.Given), TrainingRows.Of(after.Id, next));
            }
        );

        Entry EntryOf(IReadOnlyList<TableTransactionAction> confirmed, int given)
        {
            List<TableTransactionAction> rows = [new(TableTransactionActionType.UpdateReplace, TrainingRows.Of(after), read.ETag)];
            var telling = TellingOf(given);
            if (telling is not null)
                rows.Add(TellingTable.Add(after.Village.County, telling));
            rows.AddRange(confirmed);
            return new Entry(rows, rows.Count > 1 ? [news, new TellingStored()] : [news]);
        }

        Telling? TellingOf(int given)
        {
            if (after.Cancelled)
                return TrainingTellings
                    .To(after, TrainingTellings.Cancelled, null, key, now)
                    .With("because", TrainingTellings.Because(reason));
            if (given == 0 || !after.HasNewsSince(before))
                return null;
            var (span, also) = (new Span(1, given), TrainingTellings.Also(before, after));
            return after.IsMovedFrom(before)
                ? TrainingTellings
                    .To(after, TrainingTellings.Moved, span, key + "-moved", now)
                    .With("detail", PlaceOf(after))
                    .With("also", also)
                : TrainingTellings.To(after, TrainingTellings.Changed, span, key + "-changed", now).With("also", also);
        }
    }

    private Text PlaceOf(Training training)
    {
        var names = divisions.NamesDownTo(training.Village).TakeLast(2).ToList();
        return new Text(In(Language.Zh), In(Language.Ko), En: In(Language.En));

        string In(Language language) => string.Concat(names.Select(name => name.In(language)).Append(training.Taught.Room));
    }

    private bool IsPossible(string id) => TrainingKeys.TryCounty(id, out var county) && divisions.Find(county) is not null;

    private Training Remember(Training training) =>
        cache.Set(CacheKey(training.Id), training, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });

    private static string CacheKey(string id) => "training|" + id;
}
