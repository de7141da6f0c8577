using EStation.Contests;
using EStation.Contests.Attempts;
using EStation.People;
using EStation.Regions;
using EStation.Showcase;
using EStation.Trainings;
using EStation.Trainings.Enrolments;

namespace EStation.Today;

/// <summary>Puts the first page together. What is public is kept in memory, so that a caller costs only reads of the caller's own.</summary>
public sealed class FirstPage(
    ContestTable contests,
    TodaysAttempts attempts,
    UpcomingTrainings upcoming,
    NextTraining next,
    NewestVideo videos,
    UnreadCount unread,
    Divisions divisions,
    TimeProvider time
)
{
    private const int MostContests = 5;
    private const int MostTrainings = 3;

    public Task<TodayResponse> ForEverybodyAsync() => OfAsync(null);

    public Task<TodayResponse> ForAsync(Person person) => OfAsync(person);

    private async Task<TodayResponse> OfAsync(Person? person)
    {
        var village = person?.Profile.Village;
        var shown = await ContestsForAsync(village);
        var attempt = person is null ? Task.FromResult<TodaysAttempt?>(null) : attempts.FindAsync(person, shown);
        var ticket = person is null ? Task.FromResult<NextTrainingResponse?>(null) : next.FindAsync(person);
        var entries = person is null ? Task.FromResult(0) : unread.OfAsync(person);
        var trainings = upcoming.NearAsync(village?.County ?? RegionCode.Province, MostTrainings);
        var video = videos.FindAsync();
        await Task.WhenAll(attempt, ticket, entries, trainings, video);
        var (region, near) = await trainings;
        var now = time.Now();
        return new TodayResponse(
            [.. shown.Select(contest => TodaysContest.Of(contest, now))],
            await attempt,
            [.. near.Select(training => ListTrainingsResponse.Of(training, divisions))],
            new TodaysPlace(region, divisions.Find(region)!.Name),
            await ticket,
            await video,
            await entries
        );
    }

    /// <summary>Open ones first, the next to close before others; then those to come.</summary>
    private async Task<IReadOnlyList<Contest>> ContestsForAsync(RegionCode? village)
    {
        var now = time.Now();
        return
        [
            .. (await contests.ListAsync())
                .Select(contest => contest.Rules)
                .Where(contest => contest.TakesAnswersAt(now) && (village is null || contest.Region.Contains(village.Value)))
                .OrderBy(contest => contest.OpensAt > now)
                .ThenBy(contest => contest.OpensAt > now ? contest.OpensAt : contest.ClosesAt)
                .ThenBy(contest => contest.Id, StringComparer.Ordinal)
                .Take(MostContests),
        ];
    }
}
