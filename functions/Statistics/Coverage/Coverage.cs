using EStation.Counting;
using EStation.Regions;

namespace EStation.Statistics.Coverage;

/// <summary>The villages of a county that are reached, each by what.</summary>
/// <param name="Stations">With a certified station.</param>
/// <param name="Publicists">With a publicist.</param>
/// <param name="Active">With an activity in the last 90 days.</param>
public sealed record CoverageOfCounty(
    IReadOnlyList<RegionCode> Stations,
    IReadOnlyList<RegionCode> Publicists,
    IReadOnlyList<RegionCode> Active
);

/// <summary>How many of a kind of place there are in a region, and how many are reached. A town is when one of its villages is.</summary>
public sealed record CoverageCounts(int Total, int WithStation, int WithPublicist, int Active)
{
    public static CoverageCounts operator +(CoverageCounts one, CoverageCounts other) =>
        new(
            one.Total + other.Total,
            one.WithStation + other.WithStation,
            one.WithPublicist + other.WithPublicist,
            one.Active + other.Active
        );
}

public sealed record Coverage(CoverageCounts Towns, CoverageCounts Villages)
{
    public static Coverage operator +(Coverage one, Coverage other) => new(one.Towns + other.Towns, one.Villages + other.Villages);

    /// <summary>
    /// The targets of the provincial plan, as shares: a certified station in every town and village, a publicist in every village.
    /// </summary>
    public const double Target = 1;

    /// <summary>The plan's share of citizens with scientific literacy.</summary>
    public const double LiteracyTarget = 0.10;

    public const int ActiveDays = 90;

    /// <summary>What counts as an activity in a village.</summary>
    public static readonly IReadOnlyList<Metric> Activities =
    [
        Metric.ContestEntries,
        Metric.TrainingAttendances,
        Metric.TrainingCompletions,
        Metric.VideosSubmitted,
        Metric.VideosPublished,
    ];

    public static Coverage NoneOf(Division region) => Of(region, new CoverageOfCounty([], [], []));

    public static Coverage Of(Division region, CoverageOfCounty county)
    {
        var villages = VillagesOf(region).ToList();
        var towns = villages.Select(village => village.Town).Distinct().ToList();
        return new Coverage(Count(towns, place => place.Town), Count(villages, place => place));

        CoverageCounts Count(List<RegionCode> places, Func<RegionCode, RegionCode> of)
        {
            return new(places.Count, Reached(county.Stations), Reached(county.Publicists), Reached(county.Active));

            int Reached(IReadOnlyList<RegionCode> by) => by.Select(of).Distinct().Count(places.Contains);
        }
    }

    private static IEnumerable<RegionCode> VillagesOf(Division region) =>
        region.Code.Level == RegionLevel.Village ? [region.Code] : region.Children.SelectMany(VillagesOf);
}
