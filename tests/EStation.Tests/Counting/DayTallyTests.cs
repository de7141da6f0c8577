using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.People;
using EStation.Regions;

namespace EStation.Counting;

public class DayTallyTests
{
    private static readonly RegionCode Village = RegionCode.Parse("220102001001");
    private static readonly Day Monday = Day.Parse("2026-11-23", null);
    private static readonly Best Some = new(6, 90_000, Monday.Start);

    [Fact]
    public void Each_metric_is_told_apart_by_audience()
    {
        var tally = new DayTally();
        tally.Add(new PersonRegistered(Village, Audience.Women | Audience.Over60, Monday));
        tally.Add(new PersonRegistered(Village, Audience.Women, Monday));
        tally.Add(new PersonRegistered(Village, Audience.None, Monday));
        Assert.Equal([3, 2, 0, 0, 0, 1], Columns.All.Select(column => tally.Figures[Metric.PeopleRegistered, column]));
    }

    [Fact]
    public void A_participant_is_counted_with_the_first_ranked_submission_and_entries_and_passes_each_time()
    {
        var tally = new DayTally();
        tally.Add(Attempt("a", null, passed: false));
        tally.Add(Attempt("a", Some, passed: true));
        tally.Add(Attempt("b", null, passed: true));
        Assert.Equal(
            (3, 2, 2),
            (tally.Figures[Metric.ContestEntries], tally.Figures[Metric.ContestParticipants], tally.Figures[Metric.ContestPassed])
        );
        Assert.Equal(2, tally.Reached.Estimate());
    }

    [Fact]
    public void What_is_stored_is_read_back_and_what_came_to_nothing_leaves_nothing()
    {
        var tally = new DayTally();
        tally.Add(Attempt("a", null, passed: true));
        var before = tally.Write().ToArray();
        tally.Figures.Add(Metric.TrainingAttendances, Audience.Women, 1);
        tally.Figures.Add(Metric.TrainingAttendances, Audience.Women, -1);
        Assert.Equal(before, tally.Write().ToArray());
        Assert.Equal(before, DayTally.Read(tally.Write()).Write().ToArray());
    }

    [Fact]
    public void News_are_added_into_the_row_of_their_town_and_day_beside_their_features_own()
    {
        var attempt = Attempt("a", null, passed: true);
        Assert.Equal(["contest|c|220102001", "day|220102001|2026-11-23"], attempt.Cells().Select(cell => cell.Row));
        var cell = Assert.Single(new PersonRegistered(Village, Audience.None, Monday).Cells());
        Assert.Equal(("day|220102001|2026-11-23", "V220102001001"), (cell.Document, cell.Column));
        Assert.Equal((Village.Town, Monday), DayCells.Parse(cell.Document));
    }

    private static AttemptCounted Attempt(string person, Best? previous, bool passed) =>
        new(Village, Audience.Women, Monday, "c", person, "王**", Some, previous, passed, Language.Zh, new Dictionary<string, bool>());
}
