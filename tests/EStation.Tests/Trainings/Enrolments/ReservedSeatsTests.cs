using EStation.People;
using EStation.Testing;

namespace EStation.Trainings.Enrolments;

/// <summary>Reserved shares, parties, withdrawals, expiries and selections in random order, held against a count written apart.</summary>
public class ReservedSeatsTests(ITestOutputHelper output)
{
    private const int Steps = 80;
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-12-01T00:00:00Z", null);

    [Fact]
    public void Random_schedules_agree_with_a_recount_after_each_step()
    {
        foreach (var seed in Enumerable.Range(1, Deep.Of(100, 1_000)))
        {
            try
            {
                Run(new Random(seed));
            }
            catch (Exception failure)
            {
                Assert.Fail($"Seed {seed}: {failure}");
            }
        }

        output.WriteLine($"seeds 1 to {Deep.Of(100, 1_000)}");
    }

    [Fact]
    public void A_household_that_does_not_fit_is_passed_and_gets_seats_when_enough_are_free()
    {
        var seats = Seats.Open(3).Add(2);
        var household = seats.Add([Entitlement.None, Entitlement.None], together: true);
        Assert.Equal((2, 2), (household.Confirmed, household.Waiting));
        var passed = household.Add(1);
        Assert.Equal([Standing.WaitingAt(1), Standing.WaitingAt(2), Standing.Confirmed], Enumerable.Range(3, 3).Select(passed.StandingOf));
        Assert.Equal(2, passed.Cancel(1).Waiting); // one seat is not enough
        Assert.Equal([3, 4], passed.Cancel(1).Cancel(2).ConfirmedSince(passed).InOrder());
        Assert.Equal([4], passed.Cancel(1).Cancel(3).ConfirmedSince(passed).InOrder()); // one of them stays at home
    }

    [Fact]
    public void Shares_round_down_and_an_expired_one_gives_its_seats_to_those_who_wait()
    {
        var training = With(0.5m, Start);
        var seats = Seats.Open(training with { Capacity = 5 }).Add(4);
        Assert.Equal((3, 1), (seats.Confirmed, seats.Waiting)); // 2 of 5 are kept
        Assert.Equal(Standing.Confirmed, seats.Add([new Entitlement([0])]).StandingOf(5));
        Assert.Same(seats, seats.At(training, Start.AddSeconds(-1)));
        var after = seats.At(training, Start);
        Assert.Equal((4, 0), (after.Confirmed, after.Waiting));
        Assert.Same(after, after.At(training, Start.AddDays(1)));
    }

    private static void Run(Random random)
    {
        var training = With(random.Next(1, 6) / 10m, Start.AddHours(random.Next(Steps * 2))) with { Capacity = random.Next(1, 12) };
        if (random.Next(2) == 0)
            training = training with
            {
                Reserved = [.. training.Reserved!, new Reserved(0.25m, Nobody, Start.AddHours(random.Next(Steps * 2)))],
            };
        var (seats, count) = (Seats.Open(training), new SeatCount(training));
        for (var step = 0; step < Steps; step++)
        {
            var (before, now, what) = (seats, Start.AddHours(step), random.Next(100));
            seats = seats.At(training, now);
            count.Expire(now);
            if (what < 45)
            {
                var party = Enumerable.Range(0, random.Next(1, 5)).Select(_ => EntitlementOf(random, training)).ToList();
                var together = random.Next(2) == 0;
                seats = seats.Add(party, together);
                count.Add(party, together);
            }
            else if (what < 85 && seats.Active.Count > 0)
            {
                var number = seats.Active.InOrder().ElementAt(random.Next(seats.Active.Count));
                seats = seats.Cancel(number);
                count.Cancel(number);
            }
            else if (what >= 85)
            {
                training = training with { Capacity = Math.Max(seats.Confirmed, random.Next(1, 16)) };
                seats = seats.For(training);
                count.Resize(training.Capacity);
            }

            Assert.InRange(seats.Confirmed, 0, seats.Capacity);
            Assert.Equal(count.Seated(), seats.Seated.InOrder());
            Assert.Equal(count.Waiting(), seats.Active.Except(seats.Seated).InOrder());
            Assert.Equal(Enumerable.Range(1, seats.Waiting), count.Waiting().Select(number => seats.StandingOf(number)!.Position!.Value));
            Assert.All(before.Seated.InOrder().Where(seats.IsActive), number => Assert.Equal(Standing.Confirmed, seats.StandingOf(number)));
        }
    }

    private static AudienceRule Nobody => new(null, null, null, null, null);

    private static Training With(decimal share, DateTimeOffset until) =>
        Desk.Announce("预留", 4) with
        {
            Reserved = [new Reserved(share, Nobody, until)],
        };

    private static Entitlement EntitlementOf(Random random, Training training) =>
        new([.. Enumerable.Range(0, training.Reserved!.Count).Where(_ => random.Next(3) == 0)]);
}
