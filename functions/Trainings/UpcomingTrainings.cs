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
        var now = time.Now();
        foreach (var region in county.Upwards)
        {
            var open = (await FromAsync(region, Day.Of(now)))
                .Where(training => training.StartsAt > now && training.SignUpClosesAt > now)
                .Take(count)
                .ToList();
            if (open.Count > 0 || region.Level == RegionLevel.Province)
                return (region, open);
        }

        throw new InvalidOperationException("Every region lies in the province.");
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

    private async Task<IReadOnlyList<ListedTraining>> ReadAsync(RegionCode region, Day from) =>
        (await lists.ReadAsync(region, programme: null, from, to: null, new Paging(Most, After: null))).Items;
}
