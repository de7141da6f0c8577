using EStation.Counting;
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
        foreach (var nothing in recount.Counts.Where(count => count.Value == 0).ToList())
            recount.Counts.Remove(nothing.Key);
        return recount;
    }

    public static IEnumerable<(Metric Metric, int Count)> CountsOf(Fact fact) =>
        fact switch
        {
            Registered => [(Metric.PeopleRegistered, 1)],
            Sat sat =>
            [
                (Metric.ContestEntries, 1),
                (Metric.ContestParticipants, sat.Attempt.PreviousBest is null ? 1 : 0),
                (Metric.ContestPassed, sat.Passed ? 1 : 0),
            ],
            Certified => [(Metric.StationsCertified, 1)],
            Announced => [],
            SignedUp => [(Metric.TrainingSignUps, 1)],
            Withdrew => [(Metric.TrainingCancellations, 1)],
            Attended attended => [(Metric.TrainingAttendances, attended.Present ? 1 : -1)],
            Completed completed => [(Metric.TrainingCompletions, 1), (Metric.TrainingHours, completed.Training.Hours)],
            Submitted => [(Metric.VideosSubmitted, 1)],
            Published => [(Metric.VideosPublished, 1)],
            Viewed => [(Metric.VideoViews, 1)],
            Liked liked => [(Metric.VideoLikes, liked.Likes ? 1 : -1)],
            _ => throw new ArgumentOutOfRangeException(nameof(fact)),
        };

    private void Add(Fact fact)
    {
        var shanghai = fact.At.UtcDateTime.AddHours(8).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var counts = CountsOf(fact).ToList();
        foreach (var length in new[] { 2, 4, 6, 9, 12 })
        {
            var region = RegionCode.Parse(fact.Village.Value[..length]);
            foreach (var key in new[] { shanghai, shanghai[..7], shanghai[..4] })
            {
                foreach (var (metric, count) in counts)
                {
                    foreach (var column in Enum.GetValues<Audience>().Where(column => fact.Audience.HasFlag(column)))
                        Counts[(region, key, metric, column)] = Counts.GetValueOrDefault((region, key, metric, column)) + count;
                }
            }

            if (fact is not (Sat or Attended or Completed or Submitted))
                continue;
            var year = (region, int.Parse(shanghai[..4], System.Globalization.CultureInfo.InvariantCulture));
            if (!People.TryGetValue(year, out var people))
                People[year] = people = [];
            people.Add(fact.Person);
        }
    }
}
