using EStation.Counting;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;

namespace EStation.Statistics;

/// <summary>A metric as it is sent: null where the public may not see a column.</summary>
public sealed record MetricResponse(int? Total, int? Women, int? Minority, int? LeftBehind, int? Under35, int? Over60)
{
    /// <summary>Every metric by its name.</summary>
    public static IReadOnlyDictionary<Metric, MetricResponse> AllOf(PublicPart part) =>
        Enum.GetValues<Metric>().ToDictionary(metric => metric, metric => Of(part, metric));

    private static MetricResponse Of(PublicPart shown, Metric metric)
    {
        return new(
            shown.Part.Figures[metric],
            In(Audience.Women),
            In(Audience.Minority),
            In(Audience.LeftBehind),
            In(Audience.Under35),
            In(Audience.Over60)
        );

        // Where nobody was, everybody can tell that there were no women.
        int? In(Audience column) =>
            shown.Part.Figures[metric, column] is var count
            && (count != 0 || shown.Part.Figures[metric] != 0)
            && shown.Hidden.Hides(metric, column)
                ? null
                : count;
    }
}

/// <summary>About how many different people took part in something.</summary>
/// <param name="People">An estimate, or null where it is too small to be shown.</param>
/// <param name="StandardError">As a share: two estimates in three are nearer than that.</param>
public sealed record ReachedResponse(int? People, double StandardError)
{
    public static ReachedResponse? Of(PublicPart shown) =>
        shown.Part.Reached is { } people
            ? new ReachedResponse(people < ColumnSuppression.Least ? null : people, Sketch.StandardError)
            : null;
}
