using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Trainings;
using EStation.Trainings.Enrolments;

namespace EStation.Benchmarks;

internal sealed class SignUpDesk
{
    public const int Capacity = 50;

    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;
    private readonly StorageAccounts accounts;
    private readonly Training training;
    private readonly TableClient table;
    private readonly LedgerWriter ledgers;
    private readonly Application application;
    private int conflicts;

    private SignUpDesk(StorageAccounts accounts, Training training)
    {
        (this.accounts, this.training) = (accounts, training);
        application = new Application(training, [], "official", Vouched: false, Now);
        table = accounts.Ledger(training.Village.County);
        ledgers = new LedgerWriter(new LedgerTable(accounts.Ledgers, TimeProvider.System), TimeProvider.System);
    }

    /// <summary>ETag conflicts of the plain way.</summary>
    public int Conflicts => conflicts;

    public static async Task<SignUpDesk> AnnounceAsync(StorageAccounts accounts)
    {
        var village = RegionCode.Parse("220102001001");
        var programme = Programme.Parse("spark");
        var session = new Session(Now.AddDays(2), Now.AddDays(2).AddHours(3));
        var training = new Training(
            village.County.Value + "bench",
            1,
            "official",
            programme,
            TrainingKind.Training,
            new Text("抢座"),
            null,
            village,
            null,
            [session],
            Now.AddDays(-1),
            Now.AddDays(1),
            Capacity,
            null,
            3,
            null,
            Cancelled: false,
            [new Listing(Day.Of(session.StartsAt), village, programme)]
        );
        var desk = new SignUpDesk(accounts, training);
        await desk.table.CreateIfNotExistsAsync();
        await desk.table.AddEntityAsync(TrainingRows.Of(training.Id, Seats.Open(Capacity)));
        return desk;
    }

    public SignUpDesk Another() => new(accounts, training);

    public async Task<Seats> ReadAsync() =>
        TrainingRows.SeatsOf((await table.FindAsync(training.Village.County.Value, TrainingKeys.Seats(training.Id)))!);

    public async Task<int> SignUpAsync(int person)
    {
        var heaviest = EntryOf(person, 1);
        while (true)
        {
            try
            {
                var outcome = await ledgers.DecideAsync(
                    training.Village.County,
                    new Decision<int>(
                        TrainingKeys.Seats(training.Id),
                        heaviest.Claims,
                        heaviest.Weight,
                        state =>
                        {
                            if (
                                TrainingRules
                                    .SignUp(application, TrainingRows.SeatsOf(state!), [Entitlement.None])
                                    .Refused(out var refusal, out var after)
                            )
                                throw new InvalidOperationException($"Refused: {refusal.Code}.");
                            return new(after.Given, EntryOf(person, after.Given), TrainingRows.Of(training.Id, after));
                        }
                    )
                );
                return outcome.Rival?.GetInt32("Number") ?? outcome.Result;
            }
            catch (LedgerUnavailableException)
            {
                // Repeated, as phones do.
            }
        }
    }

    /// <summary>Signs up without group commit: read, check, update with the ETag, and retry.</summary>
    public async Task<int> SignUpPlainlyAsync(int person)
    {
        while (true)
        {
            var state = (await table.FindAsync(training.Village.County.Value, TrainingKeys.Seats(training.Id)))!;
            if (TrainingRules.SignUp(application, TrainingRows.SeatsOf(state), [Entitlement.None]).Refused(out _, out var after))
                throw new InvalidOperationException("Somebody was refused.");
            var entry = EntryOf(person, after.Given);
            try
            {
                await table.SubmitTransactionAsync([
                    new(TableTransactionActionType.UpdateReplace, TrainingRows.Of(training.Id, after), state.ETag),
                    .. entry.Changes,
                    new(TableTransactionActionType.Add, OutboxRow.Of(training.Village.County, [entry], Now).Single()),
                ]);
                return after.Given;
            }
            catch (TableTransactionFailedException rival) when (rival.Status == 412)
            {
                Interlocked.Increment(ref conflicts);
                await Task.Delay(Random.Shared.Next(10));
            }
        }
    }

    private Entry EntryOf(int person, int number)
    {
        var enrolment = new Enrolment(
            training.Id,
            $"person{person:D16}",
            number,
            "王小明",
            training.Village,
            Audience.Women,
            training.Village,
            $"person{person:D16}",
            Now,
            null,
            []
        );
        return Entry.Insert(
            TrainingRows.Of(enrolment),
            new TrainingSignedUp(training.Village, enrolment.Audience, Day.Of(Now), training.Id)
        );
    }
}
