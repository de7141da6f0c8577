using Microsoft.Extensions.Caching.Memory;

namespace EStation.Contests.Results;

/// <summary>The fixed ranking of a contest, for everything that shows ranks.</summary>
public sealed class FrozenResults(ResultsTable table, IMemoryCache cache, TimeProvider time)
{
    private static readonly TimeSpan Absent = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>Null before the freeze; boards and ranking say the same until each instance knows of it.</summary>
    public async Task<(ContestResults Results, FrozenRanking Ranking)?> FindAsync(Contest contest)
    {
        if (contest.TakesAnswersAt(time.Now()))
            return null;
        var results = await cache.GetOrCreateAsync(
            $"frozen|{contest.Id}",
            async entry =>
            {
                var found = await table.FindAsync(contest.Id);
                entry.SetSize(1).SetAbsoluteExpiration(found is null ? Absent : Kept);
                return found;
            }
        );
        return results is null ? null : (results, await table.RankingAsync(results));
    }
}
