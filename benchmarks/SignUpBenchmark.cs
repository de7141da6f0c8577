using System.Diagnostics.Metrics;
using System.Globalization;
using EStation.Ledger;

namespace EStation.Benchmarks;

/// <summary>Sign-ups for the same training at once: decided in the group commit, by one instance and by 16, beside the plain way of reading
/// the state, checking, updating it with its ETag, and retrying.</summary>
internal sealed class SignUpBenchmark : IBenchmark
{
    private const int AtOnce = 64;
    private static readonly string[] Ways = ["read, check, update, retry", "group commit, 1 instance", "group commit, 16 instances"];

    public string Name => "sign-ups";

    public async Task RunAsync(Stage stage, Report report)
    {
        var (rounds, decided, plain) = stage.Quick ? (1, 1_000, 100) : (3, 5_000, 300);
        var measured = new List<(Load Load, double Conflicts)[]>();
        for (var round = 0; round <= rounds; round++)
        {
            (Load Load, double Conflicts)[] results =
            [
                await MeasureAsync(stage, desks: 1, plain, (desk, number) => desk.SignUpPlainlyAsync(number)),
                await MeasureAsync(stage, desks: 1, decided, (desk, number) => desk.SignUpAsync(number)),
                await MeasureAsync(stage, desks: 16, decided, (desk, number) => desk.SignUpAsync(number)),
            ];
            Progress.Say($"{Name}: round {round}: {string.Join(", ", results.Select(result => $"{result.Load.PerSecond:N0}/s"))}");
            measured.Add(results);
        }

        var section = report.Add(
            "Sign-ups for 50 seats",
            "farmers at once",
            "way",
            "people",
            "a second",
            "times plain",
            "p50 ms",
            "p95 ms",
            "max ms",
            "conflicts a sign-up"
        );
        for (var way = 0; way < Ways.Length; way++)
        {
            var results = measured[1..].Select(round => round[way]).ToList();
            var (load, conflicts) = results.OrderBy(result => result.Load.PerSecond).ElementAt(rounds / 2);
            var ratio = measured[1..].Select(round => round[way].Load.PerSecond / round[0].Load.PerSecond).Order().ElementAt(rounds / 2);
            section.Row(
                AtOnce,
                Ways[way],
                load.Done,
                Format(load.PerSecond, "N0"),
                Format(ratio, "N1"),
                Format(load.Within(0.50), "N1"),
                Format(load.Within(0.95), "N1"),
                Format(results.Max(result => result.Load.Within(1)), "N0"),
                Format(conflicts, "N3")
            );
            section.Bar("Sign-ups", Ways[way], load.PerSecond);
        }

        section.Note(
            "The same rows each way: the enrolment, its news, and the training's state with its ETag. A conflict is a transaction that another was faster than; *max*: the slowest wait of all rounds. "
                + $"The round in the middle of {rounds}, after one to warm up. Each run is checked: 50 confirmed, and every place in the queue given once."
        );
    }

    private static string Format(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);

    private static async Task<(Load Load, double Conflicts)> MeasureAsync(
        Stage stage,
        int desks,
        int people,
        Func<SignUpDesk, int, Task<int>> signUp
    )
    {
        var training = await SignUpDesk.AnnounceAsync(Stage.Storage(stage.NewAccount()));
        var all = Enumerable.Range(0, desks).Select(_ => training.Another()).ToList();
        long overtaken = 0;
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument == LedgerMeasures.Overtaken)
                    listening.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((_, count, _, _) => Interlocked.Add(ref overtaken, count));
        listener.Start();
        var numbers = new int[people];
        var load = await Load.RunAsync(AtOnce, people, async (_, number) => numbers[number] = await signUp(all[number % desks], number));
        var seats = await training.ReadAsync();
        if (
            !numbers.Order().SequenceEqual(Enumerable.Range(1, people))
            || (seats.Confirmed, seats.Waiting) != (SignUpDesk.Capacity, people - SignUpDesk.Capacity)
        )
            throw new InvalidOperationException("A place was given twice, or to nobody.");
        return (load, (overtaken + all.Sum(desk => desk.Conflicts)) / (double)people);
    }
}
