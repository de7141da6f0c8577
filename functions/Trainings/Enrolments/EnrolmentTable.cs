using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Trainings;

/// <summary>
/// Sign-ups in the ledger of the training's county: <c>enrolment|{training}|{person}</c>, one row a person for good. Who cancels and comes
/// again gets a new number in the same row. In which trainings a person is, says <c>training|{id}|{person}</c> beside the person's profile.
/// </summary>
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
public sealed class EnrolmentTable(CountyLedgers ledgers, LedgerTable table, StorageAccounts accounts)
{
    private const string MembershipPrefix = "training|";

    /// <summary>Signs up all of them or nobody; who is signed up already stays so, also when it is closed by now.</summary>
    /// <returns>Everybody as it stands now, and whether anybody is new.</returns>
    public async Task<Result<SignedUp>> SignUpAsync(Application application)
    {
        // At first nobody is expected to be in, and nothing is read; a row that is there stands in the way, and then all are read.
        var present = Present.Nobody(application);
        if (TrainingRules.RefusedAt(application.Training, application.At) is not null)
            present = await ReadAsync(application);
        else
            // Before the sign-up itself: an entry that leads nowhere is passed over, a sign-up that nobody finds would be worse.
            await Task.WhenAll(application.Applicants.Select(applicant => RememberAsync(application.Training, applicant)));
        while (present.Absent.Count > 0)
        {
            if (present.AreTooMany)
                return Refusal.Invalid(
                    "people",
                    $"must be {SignUpRequest.MostOfHousehold} at most, with those of the household who are signed up"
                );
            Places? after = null;
            Proposed? proposed = null;
            var heaviest = present.Propose(first: 1).Entry;
            var outcome = await ledgers.DecideAsync(
                TrainingKeys.CountyOf(application.Training.Id),
                new Decision(
                    TrainingKeys.Places(application.Training.Id),
                    heaviest.Claims,
                    heaviest.Weight,
                    state =>
                    {
                        var places = TrainingRows.PlacesOf(state!);
                        if (
                            TrainingRules
                                .SignUp(application.Training, places, present.Absent.Count, application.At)
                                .Refused(out var refused, out after)
                        )
                            return refused;
                        proposed = present.Propose(places.Given + 1);
                        return new Proposal(proposed.Entry, TrainingRows.Of(application.Training.Id, after));
                    }
                )
            );
            if (outcome.Refusal is { } refusal)
                return refusal;
            if (outcome == Outcome.Stored)
                return SignedUp.Of(application, proposed!.Everybody, after!, isNew: true);
            present = await ReadAsync(application);
        }

        return SignedUp.Of(
            application,
            present.Enrolments!,
            TrainingRows.PlacesOf((await FindAsync(application.Training, TrainingKeys.Places(application.Training.Id)))!),
            isNew: false
        );
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
            var outcome = await ledgers.DecideAsync(
                TrainingKeys.CountyOf(training.Id),
                new Decision(
                    TrainingKeys.Places(training.Id),
                    heaviest.Claims,
                    heaviest.Weight,
                    state =>
                    {
                        var places = TrainingRows.PlacesOf(state!);
                        if (TrainingRules.Withdraw(training, places, enrolment.Number, now).Refused(out var refused, out var after))
                            return refused;
                        return new Proposal(EntryWith(after.ConfirmedSince(places)), TrainingRows.Of(training.Id, after));
                    }
                )
            );
            if (outcome.Refusal is { } refusal)
                return refusal;
            if (outcome == Outcome.Stored)
                return cancelled;

            Entry EntryWith(Span? confirmed)
            {
                List<TableTransactionAction> rows = [TrainingRows.Write(TrainingRows.Of(cancelled), row)];
                if (confirmed is not null)
                    rows.Add(
                        new(
                            TableTransactionActionType.Add,
                            TrainingRows.Of(training.Id, new Notice(key, NoticeKind.Confirmed, now, confirmed))
                        )
                    );
                return new Entry(rows, new TrainingWithdrawn(enrolment.Venue, enrolment.Audience, Day.Of(now), training.Id));
            }
        }
    }

    public async Task<Enrolment?> FindAsync(Training training, string person, bool activeOnly = true) =>
        await FindAsync(training, TrainingKeys.Enrolment(training.Id, person)) is { } row
        && TrainingRows.EnrolmentOf(row) is var enrolment
        && !(activeOnly && enrolment.CancelledAt is not null)
            ? enrolment
            : null;

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

    public Task ForgetMembershipAsync(string training, string person) =>
        accounts.Table("People").DeleteEntityAsync(person, MembershipOf(training, person));

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

    private async Task<Present> ReadAsync(Application application)
    {
        var rows = await Task.WhenAll(
            application.Applicants.Select(applicant =>
                FindAsync(application.Training, TrainingKeys.Enrolment(application.Training.Id, applicant.Person.Id))
            )
        );
        if (!application.IsForOthers)
            return new Present(application, rows, null, []);
        var household = await FindAsync(application.Training, TrainingKeys.Household(application.Training.Id, application.By));
        var members = await Task.WhenAll(
            TrainingRows.HouseholdOf(household).Select(person => FindAsync(application.Training, person, activeOnly: true))
        );
        return new Present(application, rows, household, [.. members.OfType<Enrolment>().Select(member => member.Person)]);
    }
}

/// <summary>Everybody of a sign-up as it stands now, and whether anybody is new.</summary>
public sealed record SignedUp(Application Application, IReadOnlyList<Enrolled> People, bool IsNew)
{
    public static SignedUp Of(Application application, IEnumerable<Enrolment> enrolments, Places places, bool isNew) =>
        new(application, [.. enrolments.Select(enrolment => new Enrolled(enrolment, enrolment.StandingIn(places)))], isNew);
}
