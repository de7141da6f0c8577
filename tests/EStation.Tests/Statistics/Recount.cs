using EStation.Generator;
using EStation.Regions;

namespace EStation.Statistics;

/// <summary>The figures as anybody would count them from the facts: one by one, by region, period, metric and column.</summary>
internal sealed class Recount
{
    public Dictionary<(RegionCode Region, string Key, Metric Metric, Audience Column), int> Counts { get; } = [];

    public Dictionary<(RegionCode Region, int Year), HashSet<string>> People { get; } = [];

    public static Recount Of(IEnumerable<Fact> facts)
    {
        var recount = new Recount();
        foreach (var fact in facts)
            recount.Add(fact);
        return recount;
    }

    private void Add(Fact fact)
    {
        var shanghai = fact.At.UtcDateTime.AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        List<Metric> metrics = fact is Sat { Attempt.PreviousBest: var previous, Passed: var passed }
            ? [Metric.ContestEntries, .. previous is null ? [Metric.ContestParticipants] : Array.Empty<Metric>(), .. passed ? [Metric.ContestPassed] : Array.Empty<Metric>()]
            : [Metric.PeopleRegistered];
        foreach (var length in new[] { 2, 4, 6, 9, 12 })
        {
            var region = RegionCode.Parse(fact.Village.Value[..length]);
            foreach (var key in new[] { shanghai, shanghai[..7], shanghai[..4] })
            {
                foreach (var metric in metrics)
                {
                    foreach (var column in Enum.GetValues<Audience>().Where(column => fact.Audience.HasFlag(column)))
                        Counts[(region, key, metric, column)] = Counts.GetValueOrDefault((region, key, metric, column)) + 1;
                }
            }

            if (fact is not Sat)
                continue;
            var year = (region, int.Parse(shanghai[..4], System.Globalization.CultureInfo.InvariantCulture));
            if (!People.TryGetValue(year, out var people))
                People[year] = people = [];
            people.Add(fact.Person);
        }
    }
}
