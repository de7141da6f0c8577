using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Trainings;

/// <summary>
/// Sign-ups in the ledger of the training's county: <c>enrolment|{training}|{person}</c>, one row a person for good. Who cancels and comes
/// again gets a new number in the same row. In which trainings a person is, says <c>training|{id}|{person}</c> beside the person's profile.
/// </summary>
internal sealed class EnrolmentTable(CountyLedgers ledgers, LedgerTable table, StorageAccounts accounts)
{
    private const string MembershipPrefix = "training|";

    /// <summary>Signs up all of them or nobody; who is signed up already stays so.</summary>
    /// <returns>Everybody as it stands now, and whether anybody is new.</returns>
    public async Task<Result<SignedUp>> SignUpAsync(Training training, IReadOnlyList<Applicant> applicants, string by, DateTimeOffset now)
    {
        // Before the sign-up itself: an entry that leads nowhere is passed over, a sign-up that nobody finds would be worse.
        await Task.WhenAll(applicants.Select(applicant => RememberAsync(training, applicant)));
        TableEntity?[] rows = new TableEntity?[applicants.Count];
        while (true)
        {
            var present = rows.Select(row => row is null ? null : TrainingRows.EnrolmentOf(row)).ToList();
            var absent = Enumerable.Range(0, rows.Length).Where(at => present[at] is not { CancelledAt: null }).ToList();
            if (absent.Count == 0)
                return SignedUp.Of(present!, TrainingRows.PlacesOf((await FindAsync(training, TrainingKeys.Places(training.Id)))!), isNew: false);

            Places? after = null;
            var made = new Enrolment[absent.Count];
            var heaviest = EntryWith(1);
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(training.Id), new Decision(
                TrainingKeys.Places(training.Id), heaviest.Claims, heaviest.Weight, state =>
                {
                    var places = TrainingRows.PlacesOf(state!);
                    if (TrainingRules.SignUp(training, places, absent.Count, now).Refused(out var refused, out after))
                        return refused;
                    return new Proposal(EntryWith(places.Given + 1), TrainingRows.Of(training.Id, after));
                }));
            if (outcome.Refusal is { } refusal)
                return refusal;
            if (outcome == Outcome.Stored)
                return SignedUp.Of(present.Select((enrolment, at) => made.ElementAtOrDefault(absent.IndexOf(at)) ?? enrolment!), after!, isNew: true);
            rows = await Task.WhenAll(applicants.Select(applicant => FindAsync(training, TrainingKeys.Enrolment(training.Id, applicant.Person.Id))));

            Entry EntryWith(int first)
            {
                for (var i = 0; i < made.Length; i++)
                    made[i] = Enrol(training, applicants[absent[i]], present[absent[i]], first + i, by, now);
                return new Entry(
                    [.. made.Select((enrolment, i) => TrainingRows.Write(TrainingRows.Of(enrolment), rows[absent[i]]))],
                    made.Select(enrolment => new TrainingSignedUp(enrolment.Venue, enrolment.Audience, Day.Of(now), training.Id)));
            }
        }
    }

    /// <summary>Cancels a sign-up; in the same transaction the next who waits is confirmed, and a notice kept for them.</summary>
    public async Task<Result<Enrolment>> WithdrawAsync(Training training, string person, DateTimeOffset now)
    {
        while (true)
        {
            if (await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is not { } row)
                return Refusal.NotFound;
            var enrolment = TrainingRows.EnrolmentOf(row);
            if (enrolment.CancelledAt is not null)
                return enrolment;
            var cancelled = enrolment with { CancelledAt = now };
            var key = Guid.CreateVersion7(now).ToString("N");
            var heaviest = EntryWith(new Span(1, 1));
            var outcome = await ledgers.DecideAsync(TrainingKeys.CountyOf(training.Id), new Decision(
                TrainingKeys.Places(training.Id), heaviest.Claims, heaviest.Weight, state =>
                {
                    var places = TrainingRows.PlacesOf(state!);
                    if (TrainingRules.Withdraw(training, places, enrolment.Number, now).Refused(out var refused, out var after))
                        return refused;
                    return new Proposal(EntryWith(after.ConfirmedSince(places)), TrainingRows.Of(training.Id, after));
                }));
            if (outcome.Refusal is { } refusal)
                return refusal;
            if (outcome == Outcome.Stored)
                return cancelled;

            Entry EntryWith(Span? confirmed)
            {
                List<TableTransactionAction> rows = [TrainingRows.Write(TrainingRows.Of(cancelled), row)];
                if (confirmed is not null)
                    rows.Add(new(TableTransactionActionType.Add, TrainingRows.Of(training.Id, new Notice(key, NoticeKind.Confirmed, now, confirmed))));
                return new Entry(rows, new TrainingWithdrawn(enrolment.Venue, enrolment.Audience, Day.Of(now), training.Id));
            }
        }
    }

    public async Task<Enrolment?> FindAsync(Training training, string person, bool activeOnly = true) =>
        await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is { } row && TrainingRows.EnrolmentOf(row) is var enrolment
        && !(activeOnly && enrolment.CancelledAt is not null) ? enrolment : null;

    /// <summary>Everybody who has ever signed up, in the order of their numbers.</summary>
    public async Task<IReadOnlyList<Enrolment>> ReadAsync(string training)
    {
        var enrolments = new List<Enrolment>();
        await foreach (var row in table.ReadRange(TrainingKeys.CountyOf(training), TrainingKeys.Enrolments(training)))
            enrolments.Add(TrainingRows.EnrolmentOf(row));
        return [.. enrolments.OrderBy(enrolment => enrolment.Number)];
    }

    /// <summary>The trainings that a person has ever signed up for, by id.</summary>
    public async Task<IReadOnlyList<string>> ReadMembershipsAsync(string person)
    {
        var trainings = new List<string>();
        await foreach (var row in accounts.Table("People").QueryAsync<TableEntity>(KeyRange.Of(person, MembershipPrefix)))
            trainings.Add(row.RowKey.Split('|')[1]);
        return trainings;
    }

    public Task ForgetMembershipAsync(string training, string person) => accounts.Table("People").DeleteEntityAsync(person, MembershipOf(training, person));

    /// <summary>The sign-up stays, and says no more who it was.</summary>
    public async Task ForgetNameAsync(Training training, string person)
    {
        while (await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is { } row && row.GetString("Name").Length > 0)
        {
            var nobody = TrainingRows.EnrolmentOf(row) with { Name = "", Village = null };
            await ledgers.WriteAsync(TrainingKeys.CountyOf(training.Id), new Entry([TrainingRows.Write(TrainingRows.Of(nobody), row)]));
        }
    }

    private Task<Azure.Response> RememberAsync(Training training, Applicant applicant) =>
        accounts.Table("People").UpsertEntityAsync(new TableEntity(applicant.Person.Id, MembershipOf(training.Id, applicant.Person.Id)));

    // With the person, though the partition says that already: a row key that many partitions share would make Azurite search them all.
    private static string MembershipOf(string training, string person) => $"{MembershipPrefix}{training}|{person}";

    private Task<TableEntity?> FindAsync(Training training, string key) => table.FindAsync(TrainingKeys.CountyOf(training.Id), key);

    private static Enrolment Enrol(Training training, Applicant applicant, Enrolment? cancelled, int number, string by, DateTimeOffset now) => new(
        training.Id, applicant.Person.Id, number, applicant.Name, applicant.Village, applicant.Audience, training.Village, by, now, null,
        cancelled is null ? [] : [.. cancelled.Before, Earlier.Of(cancelled)]);
}

/// <summary>Everybody of a sign-up as it stands now, and whether anybody is new.</summary>
internal sealed record SignedUp(IReadOnlyList<Enrolled> People, bool IsNew)
{
    public static SignedUp Of(IEnumerable<Enrolment> enrolments, Places places, bool isNew) =>
        new([.. enrolments.Select(enrolment => new Enrolled(enrolment, enrolment.StandingIn(places)))], isNew);
}
