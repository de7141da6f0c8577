using System.Collections.Concurrent;
using EStation.Ledger;
using EStation.Testing;

namespace EStation.Trainings.Enrolments;

/// <summary>Sign-ups of people and households, withdrawals, changes of capacity, lost connections and restarts, in every order.</summary>
public class RandomScheduleTests(TestStorage storage, ITestOutputHelper output)
{
    private const int Steps = 40;
    private const int AtOnce = 6;
    private const int SchedulesAtOnce = 8;

    /// <summary>Azurite searches all it holds: many schedules take several storages.</summary>
    private const int SchedulesPerStorage = 30;

    [Fact]
    public async Task Never_more_confirmed_than_places_and_nobody_is_lost_counted_twice_or_overtaken()
    {
        foreach (var seeds in Enumerable.Range(1, Deep.Of(10, 1_000)).Chunk(SchedulesPerStorage))
            await RunAsync(seeds);
    }

    private async Task RunAsync(int[] seeds)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString);
        var trainings = new ConcurrentBag<string>();
        var broken = Break([host, other], new Random(seeds[0]));
        await Parallel.ForEachAsync(
            seeds,
            new ParallelOptions { MaxDegreeOfParallelism = SchedulesAtOnce },
            async (seed, _) =>
            {
                try
                {
                    trainings.Add(await RunAsync(seed, [host, other]));
                }
                catch (Exception failure)
                {
                    Assert.Fail($"Seed {seed}: {failure}");
                }
            }
        );

        output.WriteLine(
            $"seeds {seeds[0]} to {seeds[^1]}: {broken()} requests to storage lost, {Desk.Repeats} sign-ups and withdrawals repeated so far"
        );
        Break([host, other], null);
        await host.RollUpAsync();
        foreach (var training in trainings)
            await RecountAsync(host, training);
    }

    private static async Task<string> RunAsync(int seed, TestHost[] hosts)
    {
        var random = new Random(seed);
        var desks = hosts.Select(host => new Desk(host)).ToArray();
        var training = Desk.Announce($"随机{seed}", capacity: random.Next(1, 8));
        await Desk.InsistAsync<object>(async () => await desks[0].Trainings.AnnounceAsync(training, DateTimeOffset.UtcNow));
        var acts = Enumerable
            .Range(0, Steps)
            .Select(_ => (What: random.Next(100), Who: random.Next(Schedule.People), Where: random.Next(2)))
            .ToList();
        var schedule = new Schedule(training.Id);
        await Parallel.ForEachAsync(
            acts,
            new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
            async (act, _) =>
            {
                var desk = desks[act.Where];
                if (act.What < 50)
                    await schedule.SignUpAsync(desk, act.Who, household: 0);
                else if (act.What < 60)
                    await schedule.SignUpAsync(desk, act.Who, household: 3);
                else if (act.What < 85)
                    await schedule.WithdrawAsync(desk, act.Who);
                else if (act.What < 95)
                    await schedule.ChangeCapacityAsync(desk, 1 + (act.Who % 10));
                else
                    desks[act.Where] = new Desk(hosts[act.Where]); // a restart: all that was in memory is gone
            }
        );
        await schedule.CheckAsync(desks[0]);
        return training.Id;
    }

    /// <summary>One request in twelve is lost, on its way there or back.</summary>
    /// <returns>Counts those lost.</returns>
    private static Func<int> Break(TestHost[] hosts, Random? random)
    {
        var lost = 0;
        foreach (var host in hosts)
        {
            host.Meter.Faults = (_, _) =>
            {
                if (random is null)
                    return Fault.None;
                lock (random)
                    return random.Next(24) > 0 ? Fault.None : Lose();
            };
        }

        return () => lost;

        Fault Lose()
        {
            lost++;
            return Fault.Disconnect;
        }
    }

    /// <summary>The totals are what counting the records again gives.</summary>
    private static async Task RecountAsync(TestHost host, string training)
    {
        var enrolments = await new Desk(host).Enrolments.ReadAsync(training);
        var row = await host.Get<LedgerTable>()
            .FindAsync(TrainingKeys.CountyOf(training), FoldTable.TotalPrefix + TrainingCells.RowOf(training));
        var recount = new TrainingTally
        {
            SignUps = enrolments.Sum(enrolment => 1 + enrolment.Before.Count),
            Cancellations = enrolments.Sum(enrolment => enrolment.Before.Count + (enrolment.CancelledAt is null ? 0 : 1)),
        };
        Assert.Equal(recount, TrainingTally.Read(row!.GetBinaryData(TrainingCells.TallyColumn)));
    }
}
