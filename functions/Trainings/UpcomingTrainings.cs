using EStation.Http;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Trainings;

/// <summary>The next trainings of a region, read once a minute for everybody.</summary>
public sealed class UpcomingTrainings(TrainingLists lists, IMemoryCache cache, TimeProvider time)
{
    private const int Most = 100;
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    /// <summary>From a county up to the province, until there is something to sign up for.</summary>
    /// <returns>What is to be signed up for, and where that is.</returns>
    public async Task<(RegionCode Region, IReadOnlyList<ListedTraining> Trainings)> NearAsync(RegionCode county, int count)
    {
        // The prefecture's list has the county's trainings too, unless it is cut off before them.
        var wider = county.Level == RegionLevel.County ? county.At(RegionLevel.Prefecture) : county;
        var list = await OpenAsync(wider);
        var own = list.Where(training => county.Contains(training.Village)).ToList();
        if (own.Count < count && wider != county && (await FromAsync(wider, Day.Of(time.Now()))).Count == Most)
            own = await OpenAsync(county);
        if (own.Count > 0)
            return (county, [.. own.Take(count)]);
        if (list.Count > 0)
            return (wider, [.. list.Take(count)]);
        return (RegionCode.Province, [.. (await OpenAsync(RegionCode.Province)).Take(count)]);
    }

    /// <summary>Those that begin on a day or later, as of at most a minute ago.</summary>
    public Task<IReadOnlyList<ListedTraining>> FromAsync(RegionCode region, Day from) =>
        cache
            .GetOrCreate(
                $"upcoming|{region}|{from}",
                entry =>
                {
                    entry.SetSize(1).SetSlidingExpiration(Kept);
                    return new Cached<IReadOnlyList<ListedTraining>>(() => ReadAsync(region, from), time);
                }
            )!
            .GetAsync();

    private async Task<List<ListedTraining>> OpenAsync(RegionCode region)
    {
        var now = time.Now();
        var listed = await FromAsync(region, Day.Of(now));
        return [.. listed.Where(training => training.StartsAt > now && training.SignUpClosesAt > now)];
    }

    private async Task<IReadOnlyList<ListedTraining>> ReadAsync(RegionCode region, Day from) =>
        (await lists.ReadAsync(region, programme: null, from, to: null, new Paging(Most, After: null))).Items;
}
