using EStation.Contests.Boards;
using EStation.People;
using EStation.Regions;

namespace EStation.Contests.Attempts;

public class TodaysAttemptTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly RegionCode Nanguan = RegionCode.Parse("220102001001");

    private static readonly Contest Daily = new(
        "daily",
        1,
        new Text("每日"),
        null,
        "bank",
        RegionCode.Province,
        Morning.AddDays(-1),
        Morning.AddDays(10),
        new Draw(8),
        60,
        1,
        null,
        5
    );

    private static readonly Person Wang = new(
        "wang",
        Phone.Parse("13900000001"),
        new Profile("王小明", Nanguan),
        Morning,
        Nanguan.County,
        Registered: true
    );

    [Fact]
    public void Without_a_village_the_profile_is_needed_first() =>
        Assert.Equal(TodaysAttemptState.ProfileNeeded, Of([], person: Wang with { Profile = new Profile() })!.State);

    [Fact]
    public void An_attempt_can_be_started_gone_on_with_and_is_then_done_until_tomorrow()
    {
        Assert.Equal(TodaysAttemptState.Ready, Of([])!.State);
        var sitting = new Sitting(AttemptOf(1));
        var open = Of([sitting])!;
        Assert.Equal((TodaysAttemptState.Open, "1", Morning.AddMinutes(8)), (open.State, open.Attempt, open.Deadline!.Value));
        var done = Of([Submitted(sitting, 6)])!;
        Assert.Equal((TodaysAttemptState.Done, "1", 6, true), (done.State, done.Attempt, done.Score!.Value, done.Passed!.Value));
        Assert.Equal(Day.Of(Morning).End, done.AgainFrom);
        Assert.Equal(TodaysAttemptState.Ready, Of([Submitted(sitting, 6)], now: Day.Of(Morning).End)!.State);
    }

    [Fact]
    public void The_last_attempt_of_all_and_the_last_day_have_no_tomorrow()
    {
        var done = Submitted(new Sitting(AttemptOf(1)), 3);
        Assert.Null(Of([done], Daily with { AttemptsInTotal = 1 })!.AgainFrom);
        Assert.Null(Of([done], Daily with { ClosesAt = Day.Of(Morning).End })!.AgainFrom);
        Assert.False(Of([done])!.Passed);
    }

    [Fact]
    public void A_contest_of_another_place_or_one_that_is_closed_is_nothing_for_today()
    {
        Assert.Null(Of([], Daily with { Region = RegionCode.Parse("2224") }));
        Assert.Null(Of([], Daily with { ClosesAt = Morning }));
    }

    private static TodaysAttempt? Of(
        IReadOnlyList<Sitting> sittings,
        Contest? contest = null,
        Person? person = null,
        DateTimeOffset? now = null
    ) =>
        TodaysAttempt.Of(
            contest ?? Daily,
            person ?? Wang,
            sittings,
            attempt => attempt.Number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            now ?? Morning.AddMinutes(1)
        );

    private static Attempt AttemptOf(int number) =>
        new("daily", 1, "wang", "王**", Nanguan.County, Nanguan, Audience.None, Language.Zh, number, Morning, null, "k");

    private static Sitting Submitted(Sitting sitting, int score) =>
        sitting with
        {
            Submission = new Submission(new Dictionary<string, string[]>(), new Best(score, 60_000, Morning.AddMinutes(1)), Ranked: true),
        };
}
