using EStation.Contests.Boards;
using EStation.People;
using EStation.Regions;

namespace EStation.Contests.Attempts;

public class AttemptRulesTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 1, 0, 0, TimeSpan.Zero);
    private static readonly RegionCode Nanguan = RegionCode.Parse("220102001001");
    private static readonly RegionCode Yanji = RegionCode.Parse("222401001001");

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
    public void The_first_attempt_takes_place_audience_and_deadline_of_the_moment()
    {
        var start = Granted([], Morning);
        Assert.Equal((1, Nanguan, Morning.AddMinutes(8)), (start.Attempt.Number, start.Attempt.Village, start.Attempt.DeadlineIn(Daily)));
        Assert.Null(start.Attempt.PreviousBest);
    }

    [Fact]
    public void An_open_attempt_is_handed_out_again_to_the_end_of_the_grace()
    {
        var open = Granted([], Morning).Attempt;
        var end = open.DeadlineIn(Daily) + Attempt.Grace;
        Assert.Equal(new Start(open, Resumed: true), Granted([new Sitting(open)], end));
        Assert.Equal(ContestRefusals.AttemptNoneLeft, Refused([new Sitting(open)], end.AddMilliseconds(1)));
    }

    [Fact]
    public void Tomorrow_there_is_another_one_which_ends_the_one_never_handed_in()
    {
        var yesterdays = Granted([], Morning).Attempt;
        var start = Granted([new Sitting(yesterdays)], Morning.AddDays(1));
        Assert.Equal(2, start.Attempt.Number);
        Assert.Equal(yesterdays, start.Lapsed!.Attempt);
    }

    [Fact]
    public void The_previous_best_is_the_best_that_ranked()
    {
        var first = Granted([], Morning).Attempt;
        var sittings = new[]
        {
            new Sitting(first, Handed(5, ranked: true)),
            new Sitting(first with { Number = 2 }, Handed(8, ranked: false)),
            new Sitting(first with { Number = 3 }, Handed(4, ranked: true)),
        };
        Assert.Equal(5, Granted(sittings, Morning.AddDays(5)).Attempt.PreviousBest!.Score);
    }

    [Fact]
    public void Who_has_moved_stays_where_the_first_attempt_was()
    {
        var first = Granted([], Morning).Attempt;
        var moved = Wang with { Profile = Wang.Profile with { Village = Yanji } };
        Assert.Equal(Nanguan, Granted([new Sitting(first, Handed(5, true))], Morning.AddDays(1), moved).Attempt.Village);
    }

    [Fact]
    public void Each_no_has_its_name()
    {
        Assert.Equal(PeopleRefusals.ProfileIncomplete, Refused([], Morning, Wang with { Registered = false }));
        Assert.Equal(ContestRefusals.OtherRegion, Refused([], Morning, contest: Daily with { Region = RegionCode.Parse("2224") }));
        Assert.Equal(ContestRefusals.NotOpen, Refused([], Daily.OpensAt.AddMilliseconds(-1)));
        Assert.Equal(ContestRefusals.NotOpen, Refused([], Daily.ClosesAt));
        var done = new Sitting(Granted([], Morning).Attempt, Handed(5, true));
        Assert.Equal(ContestRefusals.AttemptNoneLeft, Refused([done], Morning.AddHours(1)));
        Assert.Equal(ContestRefusals.AttemptNoneLeft, Refused([done], Morning.AddDays(1), contest: Daily with { AttemptsInTotal = 1 }));
    }

    [Fact]
    public void An_attempt_begun_before_closing_may_be_resumed_after()
    {
        var open = Granted([], Daily.ClosesAt.AddMinutes(-1)).Attempt;
        Assert.True(Granted([new Sitting(open)], Daily.ClosesAt.AddMinutes(1)).Resumed);
    }

    private static Submission Handed(int score, bool ranked) =>
        new(new Dictionary<string, string[]>(), new Best(score, 1000, Morning), ranked);

    private static Start Granted(IReadOnlyList<Sitting> before, DateTimeOffset now, Person? person = null)
    {
        Assert.False(
            AttemptRules.Start(Daily, person ?? Wang, before, Language.Zh, "key", now).Refused(out var refusal, out var start),
            refusal?.Code
        );
        return start!;
    }

    private static Refusal Refused(IReadOnlyList<Sitting> before, DateTimeOffset now, Person? person = null, Contest? contest = null)
    {
        Assert.True(AttemptRules.Start(contest ?? Daily, person ?? Wang, before, Language.Zh, "key", now).Refused(out var refusal, out _));
        return refusal!;
    }
}
