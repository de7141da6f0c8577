using EStation.Regions;

namespace EStation.Generator;

/// <summary>A year of the province: registrations, moves in July, attempts in the province's contest, trainings, views and likes of videos,
/// certified stations.</summary>
internal sealed class Province
{
    private readonly ProvinceSize size;
    private readonly Chance chance;
    private readonly PeopleOfAYear people;
    private readonly TrainingsOfAYear trainings;
    private readonly VideosOfAYear videos;

    public Province(ProvinceSize size, Divisions divisions)
    {
        this.size = size;
        chance = new Chance(size, divisions);
        (people, trainings, videos) = (new PeopleOfAYear(chance), new TrainingsOfAYear(chance), new VideosOfAYear(chance));
    }

    public IReadOnlyList<Fact> Facts()
    {
        var facts = new List<Fact>(size.Facts + 64);
        while (facts.Count < size.Facts)
            facts.AddRange(Some());
        return [.. facts.Take(size.Facts).OrderBy(fact => fact.At)];
    }

    private IEnumerable<Fact> Some() =>
        chance.Between(0, 100) switch
        {
            < 86 => people.OfOne(),
            < 91 => trainings.OfOne(),
            < 96 => videos.OfOne(),
            _ => people.OfOneStation(),
        };
}
