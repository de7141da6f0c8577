using EStation.People;
using EStation.Regions;

namespace EStation.Notices;

/// <summary>How many people places and an audience come to, by the prepared counts. Each document is read once.</summary>
public sealed class Reach(ReachTable table, int year)
{
    private readonly Dictionary<RegionCode, Task<(ReachTally Tally, IReadOnlyList<RegionCode> Sources)?>> read = [];

    public async Task<int> CountAsync(IReadOnlyList<RegionCode> places, AudienceRule? audience) =>
        await CountAsync(Narrow(places, audience?.Regions), traits => audience?.Includes(traits, year) != false);

    /// <summary>How many people are in exactly one of two audiences.</summary>
    public async Task<int> DifferenceAsync(Preview one, Preview other)
    {
        var both = Narrow(Narrow(one.Places, one.Audience?.Regions), Narrow(other.Places, other.Audience?.Regions));
        var common = await CountAsync(
            both,
            traits => one.Audience?.Includes(traits, year) != false && other.Audience?.Includes(traits, year) != false
        );
        return await CountAsync(one.Places, one.Audience) + await CountAsync(other.Places, other.Audience) - (2 * common);
    }

    /// <summary>The counties in whose ledgers the people of these places are kept.</summary>
    public async Task<IReadOnlyList<RegionCode>> SourcesAsync(IReadOnlyList<RegionCode> places, AudienceRule? audience)
    {
        var documents = await Task.WhenAll(Narrow(places, audience?.Regions).Select(FindAsync));
        return [.. documents.SelectMany(document => document?.Sources ?? []).Distinct()];
    }

    /// <summary>Places that lie in others are left out, and so is what lies outside the regions.</summary>
    public static IReadOnlyList<RegionCode> Narrow(IReadOnlyList<RegionCode> places, IReadOnlyList<RegionCode>? regions = null)
    {
        var narrowed = regions is null
            ? [.. places]
            : (
                from place in places
                from region in regions
                where place.Contains(region) || region.Contains(place)
                select place.Contains(region) ? region : place
            )
                .Distinct()
                .ToList();
        return [.. narrowed.Distinct().Where(place => !narrowed.Exists(other => other != place && other.Contains(place)))];
    }

    private async Task<int> CountAsync(IReadOnlyList<RegionCode> places, Func<Traits, bool> wanted)
    {
        var documents = await Task.WhenAll(places.Select(FindAsync));
        return documents.Sum(document => document?.Tally.Count(wanted) ?? 0);
    }

    private Task<(ReachTally Tally, IReadOnlyList<RegionCode> Sources)?> FindAsync(RegionCode place)
    {
        if (!read.TryGetValue(place, out var found))
            read[place] = found = table.FindAsync(place);
        return found;
    }
}
