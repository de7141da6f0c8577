using Azure.Data.Tables;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings.Tellings;

namespace EStation.Trainings.Enrolments;

/// <summary>Sign-ups in the ledger of the training's county: <c>enrolment|{training}|{person}</c>, one permanent row a person; a later
/// sign-up gets a new number there. <c>training|{id}|{person}</c> beside the profile is the index by person.</summary>
[PersonalColumn("Ledger", "enrolment", "Answers", Personal.Name, ExportedAs = "trainings")]
[PersonalColumn("Ledger", "enrolment", "By", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "enrolment", "Name", Personal.Name, ExportedAs = "trainings")]
[PersonalColumn("Ledger", "enrolment", "RowKey", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn(
    "Ledger",
    "household",
    "RowKey",
    Personal.Id,
    NotExportedBecause = "a count of those whom one has signed up",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("People", "training", "PartitionKey", Personal.Id, ExportedAs = "trainings")]
[PersonalColumn("People", "training", "RowKey", Personal.Id, ExportedAs = "trainings")]
public sealed class EnrolmentTable(LedgerWriter ledgers, LedgerTable table, StorageAccounts accounts)
{
    private const string MembershipPrefix = "training|";
    private const string GuestPrefix = "guest|";

    private TableClient People => accounts.Table("People");

    /// <summary>Signs up all people or none. Existing sign-ups stay, even after the training has closed.</summary>
    /// <param name="known">The stored sign-ups, if already read.</param>
    public async Task<Result<SignedUp>> SignUpAsync(Application application, StoredSignUp? known = null)
    {
        // A first sign-up is the usual case and needs no read. An existing row causes a conflict, and then all are read.
        var present = known ?? StoredSignUp.Nobody(application);
        if (TrainingRules.RefusedAt(application.Training, application.At, application.IsWalkIn) is not null)
            present = known ?? await ReadAsync(application);
        else
            // The index comes first: readers skip an entry without a sign-up, but a sign-up without an entry would never be found.
            await Task.WhenAll(
                present
                    .Absent.Select(at => application.Applicants[at])
                    .Where(applicant => applicant.Declared is null)
                    .Select(applicant => RememberAsync(application.Training, applicant))
            );
        var key = NewKey(application.At);
        return await OptimisticConcurrency.RetryAsync<Result<SignedUp>>(async tried =>
        {
            var stored = tried == 1 ? present : await ReadAsync(application);
            if (stored.Absent.Count == 0)
                return SignedUp.Of(application, stored.Enrolments, await ReadSeatsAsync(application.Training), isNew: false);
            if (stored.AreTooMany)
                return StoredSignUp.TooMany;
            if (stored.Absent.Any(at => stored.IsUsedUp(at)))
                return TrainingRefusals.SignUpsUsedUp;
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(application.Training.Id), stored.SignUp(key));
            if (outcome.Rival is not null)
                return null;
            return outcome.Result;
        });
    }

    /// <summary>Cancels a sign-up; in the same transaction the next who waits is confirmed, and a telling is stored for them.</summary>
    public Task<Result<Enrolment>> WithdrawAsync(Training training, string person, DateTimeOffset now)
    {
        var key = NewKey(now);
        return OptimisticConcurrency.RetryAsync<Result<Enrolment>>(async _ =>
        {
            if (await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is not { } row)
                return Refusal.NotFound;
            if (TrainingRows.EnrolmentOf(row) is { CancelledAt: not null } cancelled)
                return cancelled;
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(training.Id), Withdrawal(training, row, key, now));
            if (outcome.Rival is not null)
                return null;
            return outcome.Result;
        });
    }

    /// <summary>The owner of a phone takes over the seat and number of a guest. The guest's sign-up is cancelled and loses its name. Each
    /// counts in its own audience.</summary>
    /// <returns>False when the guest is gone, or the owner is signed up already.</returns>
    public async Task<Result<bool>> TakeOverAsync(Application application, Applicant self, string guest)
    {
        var training = application.Training;
        await RememberAsync(training, self);
        return await OptimisticConcurrency.RetryAsync<Result<bool>>(async _ =>
        {
            var row = await FindAsync(training, TrainingKeys.Enrolment(training.Id, guest));
            var own = await FindAsync(training, TrainingKeys.Enrolment(training.Id, self.Person.Id));
            if (row is null || TrainingRows.EnrolmentOf(row) is not { CancelledAt: null } taken)
                return false;
            var before = own is null ? null : TrainingRows.EnrolmentOf(own);
            if (before is { CancelledAt: null })
                return false;
            if (before?.Before.Count >= Enrolment.MostRounds)
                return TrainingRefusals.SignUpsUsedUp;
            var ended = taken with { CancelledAt = application.At, Name = "", Village = null };
            var hers = application.Enrol(self, before, taken.Number);
            var day = Day.Of(application.At);
            var entry = new Entry(
                [TrainingRows.Write(TrainingRows.Of(ended), row), TrainingRows.Write(TrainingRows.Of(hers), own)],
                new TrainingWithdrawn(taken.Venue, taken.Audience, day, training.Id),
                new TrainingSignedUp(hers.Venue, hers.Audience, day, training.Id)
            );
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(training.Id), TakeOver(training, taken, entry, application.At));
            if (outcome.Rival is not null)
                return null;
            return outcome.Result;
        });
    }

    /// <summary>An official does not sign up a villager who is signed up already; the roster shows that sign-up.</summary>
    public async Task<StoredSignUp> WithOwnersAsync(StoredSignUp present, IReadOnlyList<(Applicant Guest, string Owner)> owners)
    {
        var training = present.Application.Training;
        var own = await Task.WhenAll(owners.Select(one => FindAsync(training, TrainingKeys.Enrolment(training.Id, one.Owner))));
        var known = owners
            .Zip(own)
            .Where(one => one.Second is not null && TrainingRows.EnrolmentOf(one.Second).CancelledAt is null)
            .ToDictionary(one => one.First.Guest.Person.Id, one => one.Second);
        return new StoredSignUp(
            present.Application,
            [.. present.Rows.Select((row, at) => known.GetValueOrDefault(present.Application.Applicants[at].Person.Id) ?? row)],
            present.Household,
            present.Members
        );
    }

    public Task RememberGuestAsync(Training training, string owner, string guest) =>
        People.UpsertEntityAsync(new TableEntity(owner, GuestOf(training.Id, guest)));

    /// <summary>The guests of a person's phone, of one training or of all. The list must be complete: a missed guest would outlive an
    /// erasure.</summary>
    public async Task<IReadOnlyList<(string Training, string Guest)>> ReadGuestsAsync(string owner, string? training = null)
    {
        var prefix = training is null ? GuestPrefix : GuestOf(training, "");
        return await People
            .QueryAsync<TableEntity>(KeyRange.Of(owner, prefix))
            .Select(row => row.RowKey.Split('|'))
            .Select(key => (key[1], key[2]))
            .ToListAsync();
    }

    public async Task<bool> IsGuestAsync(string owner, string training, string guest) =>
        await People.FindAsync(owner, GuestOf(training, guest)) is not null;

    public Task ForgetGuestAsync(string owner, string training, string guest) => People.DeleteEntityAsync(owner, GuestOf(training, guest));

    public Task<Enrolment?> FindAsync(Training training, string person, bool activeOnly = true) =>
        FindAsync(training.Id, person, activeOnly);

    public async Task<Enrolment?> FindAsync(string training, string person, bool activeOnly = true) =>
        await table.FindAsync(TrainingKeys.CountyOf(training), TrainingKeys.Enrolment(training, person)) is { } row
        && TrainingRows.EnrolmentOf(row) is var enrolment
        && !(activeOnly && enrolment.CancelledAt is not null)
            ? enrolment
            : null;

    public async Task<IReadOnlyList<Enrolment>> ReadAsync(string training)
    {
        var enrolments = new List<Enrolment>();
        await foreach (var row in table.ReadRange(TrainingKeys.CountyOf(training), TrainingKeys.Enrolments(training)))
            enrolments.Add(TrainingRows.EnrolmentOf(row));
        return [.. enrolments.OrderBy(enrolment => enrolment.Number)];
    }

    public IAsyncEnumerable<Enrolment> ReadAllAsync(RegionCode county) =>
        table.ReadRange(county, TrainingKeys.EnrolmentPrefix).Select(TrainingRows.EnrolmentOf);

    public async Task<IReadOnlyList<string>> ReadMembershipsAsync(string person)
    {
        var trainings = new List<string>();
        await foreach (var row in People.QueryAsync<TableEntity>(KeyRange.Of(person, MembershipPrefix)))
            trainings.Add(row.RowKey.Split('|')[1]);
        return trainings;
    }

    /// <summary>Where a person has ever signed up, or another by the person's phone, and under which id; one read.</summary>
    public async Task<IReadOnlyList<(string Training, string Person)>> ReadSignedUpAsync(string person, bool byOthersToo)
    {
        var own = KeyRange.Of(person, MembershipPrefix);
        var filter = byOthersToo ? $"({own}) or ({KeyRange.Of(person, GuestPrefix)})" : own;
        return await People
            .QueryAsync<TableEntity>(filter)
            .Select(row => row.RowKey.Split('|'))
            .Select(key => (key[1], key[2]))
            .ToListAsync();
    }

    public Task ForgetMembershipAsync(string training, string person) => People.DeleteEntityAsync(person, MembershipOf(training, person));

    /// <summary>Deletes the name and keeps the sign-up.</summary>
    public Task ForgetNameAsync(Training training, string person) =>
        OptimisticConcurrency.RetryAsync(async () =>
        {
            if (
                await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is not { } row
                || (row.GetString("Name").Length == 0 && row.GetString("Answers") is null)
            )
                return true;
            var nobody = TrainingRows.EnrolmentOf(row) with { Name = "", Village = null, Answers = new Dictionary<string, string>() };
            var entry = new Entry([TrainingRows.Write(TrainingRows.Of(nobody), row)]);
            return await ledgers.WriteAsync(TrainingKeys.CountyOf(training.Id), entry) is null;
        });

    private static Decision<Result<Enrolment>> Withdrawal(Training training, TableEntity row, string key, DateTimeOffset now)
    {
        var enrolment = TrainingRows.EnrolmentOf(row);
        var cancelled = enrolment with { CancelledAt = now };
        var heaviest = EntryWith(
            training.HasExpired(now) ? Confirmations.OfMany(training, key, now) : Confirmations.OfOne(training, key, now)
        );
        return new(
            TrainingKeys.Seats(training.Id),
            heaviest.Claims,
            heaviest.Weight,
            state =>
            {
                var seats = TrainingRows.SeatsOf(state!);
                if (TrainingRules.Withdraw(training, seats, enrolment.Number, now).Refused(out var refusal, out var after))
                    return new(refusal);
                return new(cancelled, EntryWith(Confirmations.Of(training, seats, after, key, now)), TrainingRows.Of(training.Id, after));
            }
        );

        Entry EntryWith(IReadOnlyList<TableTransactionAction> confirmed)
        {
            var withdrawn = new TrainingWithdrawn(enrolment.Venue, enrolment.Audience, Day.Of(now), training.Id);
            List<News> news = confirmed.Count > 0 ? [withdrawn, new TellingStored()] : [withdrawn];
            return new Entry([TrainingRows.Write(TrainingRows.Of(cancelled), row), .. confirmed], news);
        }
    }

    private static Decision<Result<bool>> TakeOver(Training training, Enrolment taken, Entry entry, DateTimeOffset now) =>
        new(
            TrainingKeys.Seats(training.Id),
            entry.Claims,
            entry.Weight,
            state =>
                TrainingRules.TakeOver(training, TrainingRows.SeatsOf(state!), taken.Number, now).Refused(out var refusal, out var after)
                    ? new(refusal)
                    : new(true, entry, TrainingRows.Of(training.Id, after))
        );

    private async Task<Seats> ReadSeatsAsync(Training training) =>
        TrainingRows.SeatsOf((await FindAsync(training, TrainingKeys.Seats(training.Id)))!);

    private Task<Azure.Response> RememberAsync(Training training, Applicant applicant) =>
        People.UpsertEntityAsync(new TableEntity(applicant.Person.Id, MembershipOf(training.Id, applicant.Person.Id)));

    // The key repeats the person, because Azurite is slow when many partitions share a row key.
    private static string MembershipOf(string training, string person) => $"{MembershipPrefix}{training}|{person}";

    private static string GuestOf(string training, string guest) => $"{GuestPrefix}{training}|{guest}";

    private Task<TableEntity?> FindAsync(Training training, string key) => table.FindAsync(TrainingKeys.CountyOf(training.Id), key);

    private static string NewKey(DateTimeOffset now) => Guid.CreateVersion7(now).ToString("N");

    public async Task<StoredSignUp> ReadAsync(Application application)
    {
        var rows = await Task.WhenAll(
            application.Applicants.Select(applicant =>
                FindAsync(application.Training, TrainingKeys.Enrolment(application.Training.Id, applicant.Person.Id))
            )
        );
        if (!application.IsForOthers)
            return new StoredSignUp(application, rows, null, []);
        var household = await FindAsync(application.Training, TrainingKeys.Household(application.Training.Id, application.By));
        var members = await Task.WhenAll(
            TrainingRows.HouseholdOf(household).Select(person => FindAsync(application.Training, person, activeOnly: true))
        );
        return new StoredSignUp(application, rows, household, [.. members.OfType<Enrolment>().Select(member => member.Person)]);
    }
}

public sealed record SignedUp(Application Application, IReadOnlyList<Enrolled> People, bool IsNew)
{
    public static SignedUp Of(Application application, IEnumerable<Enrolment> enrolments, Seats seats, bool isNew) =>
        new(application, [.. enrolments.Select(enrolment => new Enrolled(enrolment, enrolment.StandingIn(seats)))], isNew);
}
