using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;

namespace EStation.Contests;

/// <summary>Cached lists, valid until a contest opens or closes, or the contests are read again.</summary>
public sealed class ContestLists
{
    private const int MostKept = 256;
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    private readonly ConditionalWeakTable<IReadOnlyList<PublishedContest>, ConcurrentDictionary<Key, Kept>> answers = [];

    public IResult Of(IReadOnlyList<PublishedContest> contests, ContestState? state, RegionCode? region, Paging page, DateTimeOffset now)
    {
        var known = answers.GetOrCreateValue(contests);
        var key = new Key(state, region, page);
        if (known.TryGetValue(key, out var kept) && kept.From <= now && now < kept.Until)
            return kept.Answer;
        var found = contests
            .Select(contest => ContestResponse.Of(contest.Rules, now))
            .Where(contest =>
                (state is null || contest.State == state)
                && (region is null || contest.Region.Contains(region.Value) || region.Value.Contains(contest.Region))
            );
        var items = page.Take(found, contest => $"{Paging.Rising(contest.ClosesAt)}|{contest.Id}");
        var answer = new PreparedAnswer<Page<ContestResponse>>(items, Cacheable);
        if (known.Count < MostKept)
            known[key] = new Kept(answer, now, NextChangeAfter(contests, now));
        return answer;
    }

    private static DateTimeOffset NextChangeAfter(IEnumerable<PublishedContest> contests, DateTimeOffset now) =>
        contests
            .SelectMany(contest => new[] { contest.Rules.OpensAt, contest.Rules.ClosesAt })
            .Where(moment => moment > now)
            .DefaultIfEmpty(DateTimeOffset.MaxValue)
            .Min();

    private sealed record Key(ContestState? State, RegionCode? Region, Paging Page);

    private sealed record Kept(IResult Answer, DateTimeOffset From, DateTimeOffset Until);
}
