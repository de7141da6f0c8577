using EStation.Identity;
using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using EStation.Storage;
using EStation.Testing;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Trainings.Enrolments;

/// <summary>An instance that takes sign-ups, without HTTP: its own writers, its own memory. Several share a storage.</summary>
internal sealed class Desk
{
    private static readonly DateTimeOffset Now = DateTimeOffset.UtcNow;

    public Desk(TestHost host)
    {
        var table = host.Get<LedgerTable>();
        var ledgers = new LedgerWriter(table, TimeProvider.System);
        Trainings = new TrainingTable(ledgers, table, host.Get<Divisions>(), new MemoryCache(new MemoryCacheOptions()));
        Enrolments = new EnrolmentTable(ledgers, table, host.Get<StorageAccounts>());
    }

    public TrainingTable Trainings { get; }

    public EnrolmentTable Enrolments { get; }

    public static Training Announce(string title, int capacity)
    {
        var session = new Session(Now.AddDays(3), Now.AddDays(3).AddHours(2));
        var village = RegionCode.Parse(Class.Village);
        var programme = Programme.Parse("spark");
        var training = new Training(
            "",
            1,
            "official",
            programme,
            TrainingKind.Training,
            new Text(title),
            null,
            village,
            null,
            [session],
            Now.AddDays(-1),
            Now.AddDays(2),
            capacity,
            null,
            2,
            null,
            Cancelled: false,
            [new Listing(Day.Of(session.StartsAt), village, programme)]
        );
        return training with { Id = TrainingKeys.IdOf(training, new Key("tests", new byte[32])) };
    }

    public static Applicant Applicant(int number) =>
        new(
            new Person($"person{number:D5}", default, new Profile(), Now),
            $"村民{number}",
            null,
            number % 2 == 0 ? Audience.Women : Audience.None
        );

    /// <summary>As a phone does: 503 and a lost connection are repeated until there is an answer.</summary>
    public static async Task<T> InsistAsync<T>(Func<Task<Result<T>>> act, Func<Refusal, T>? refused = null)
        where T : notnull
    {
        while (true)
        {
            try
            {
                return (await act()).Refused(out var refusal, out var granted)
                    ? refused is null
                        ? throw new InvalidOperationException(refusal.Code)
                        : refused(refusal)
                    : granted;
            }
            catch (Exception failure) when (failure is not InvalidOperationException)
            {
                Repeats++;
            }
        }
    }

    public static int Repeats { get; private set; }

    /// <summary>Signs up, by the description as it is when that has just been changed.</summary>
    public async Task<Result<SignedUp>> SignUpAsync(string training, params IReadOnlyList<Applicant> applicants)
    {
        for (var known = await Trainings.FindAsync(training); ; known = await Trainings.FindFreshAsync(training))
        {
            var signedUp = await Enrolments.SignUpAsync(new Application(known!, applicants, applicants[0].Person.Id, Vouched: false, Now));
            if (!signedUp.Refused(out var refusal, out _) || refusal != TrainingRefusals.Changed)
                return signedUp;
        }
    }

    public async Task<Result<Enrolment>> WithdrawAsync(string training, string person)
    {
        for (var known = await Trainings.FindAsync(training); ; known = await Trainings.FindFreshAsync(training))
        {
            var withdrawn = await Enrolments.WithdrawAsync(known!, person, Now);
            if (!withdrawn.Refused(out var refusal, out _) || refusal != TrainingRefusals.Changed)
                return withdrawn;
        }
    }
}
