using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Regions;

namespace EStation.Contests.Fairness;

public class FlagsTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 4, 0, 0, TimeSpan.Zero);
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");
    private static readonly RegionCode Other = RegionCode.Parse("220102001002");
    private static readonly IReadOnlySet<RegionCode> NoTerminals = new HashSet<RegionCode>();

    [Fact]
    public void Faster_than_anybody_reads_is_flagged_and_a_fast_crowd_is_not()
    {
        Assert.Equal([FlagKind.TooFast], Assert.Single(Flags.Of([SheetOf("a", 2_000)], NoTerminals)).Kinds);
        Assert.Empty(Flags.Of([SheetOf("a", 30_000)], NoTerminals));
        var crowd = Enumerable.Range(0, 30).Select(at => SheetOf($"p{at}", 15_000)).ToList();
        Assert.Empty(Flags.Of(crowd, NoTerminals)); // all are faster than expected: the paper is easy to read
        Assert.Equal("a", Assert.Single(Flags.Of([.. crowd, SheetOf("a", 2_000)], NoTerminals)).Sheet.Sitting.Attempt.Person);
    }

    [Fact]
    public void The_same_mistakes_of_three_people_within_minutes_are_flagged()
    {
        Sheet[] burst = [SheetOf("a", 60_000, "x", 0), SheetOf("b", 60_000, "x", 4, Other), SheetOf("c", 60_000, "x", 9)];
        Assert.Equal(3, Flags.Of(burst, NoTerminals).Count(flag => flag.Kinds is [FlagKind.SameAnswers] && flag.Same.Count == 2));
        Assert.Empty(Flags.Of(burst[..2], NoTerminals));
        Assert.Empty(Flags.Of([burst[0], burst[1], SheetOf("c", 60_000, "x", 40)], NoTerminals));
        Assert.Empty(Flags.Of([burst[0], SheetOf("a", 60_000, "x", 1), SheetOf("a", 60_000, "x", 2)], NoTerminals));
        Assert.Empty(Flags.Of([burst[0], burst[1], SheetOf("c", 60_000, null, 9)], NoTerminals));
    }

    [Fact]
    public void People_at_the_terminals_of_their_village_s_station_are_not()
    {
        Sheet[] burst = [SheetOf("a", 60_000, "x", 0), SheetOf("b", 60_000, "x", 4), SheetOf("c", 60_000, "x", 9)];
        Assert.Empty(Flags.Of(burst, new HashSet<RegionCode> { Village }));
        Assert.NotEmpty(Flags.Of(burst, new HashSet<RegionCode> { Other }));
    }

    private static Sheet SheetOf(string person, int elapsedMs, string? wrong = null, int minutes = 0, RegionCode? village = null) =>
        new(
            new Sitting(
                new Attempt("c", 1, person, "王**", Village.County, village ?? Village, Audience.None, Language.Zh, 1, Noon, null, "k"),
                new Submission(new Dictionary<string, string[]>(), new Best(5, elapsedMs, Noon.AddMinutes(minutes)), Ranked: true)
            ),
            20_000,
            wrong
        );
}
