using EStation.Regions;

namespace EStation.Generator;

/// <summary>
/// A year of the province: who registers where and when, who moves in July, who sits how often in the province's contest, who comes to
/// which training, whose videos are seen and liked, which stations are certified.
/// </summary>
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

    /// <summary>The year's facts in the order of time.</summary>
    public IReadOnlyList<Fact> Facts()
    {
        var facts = new List<Fact>(size.Facts + 64);
        while (facts.Count < size.Facts)
            facts.AddRange(Some());
        return [.. facts.Take(size.Facts).OrderBy(fact => fact.At)];
    }

    /// <summary>What belongs together, in the order of time: two thirds of all facts are people's and their attempts'.</summary>
    private IEnumerable<Fact> Some() =>
        chance.Between(0, 100) switch
        {
            < 86 => people.OfOne(),
            < 91 => trainings.OfOne(),
            < 96 => videos.OfOne(),
            _ => people.OfOneStation(),
        };
}
