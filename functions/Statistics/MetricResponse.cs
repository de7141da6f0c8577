using EStation.Counting;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;

namespace EStation.Statistics;

public sealed record MetricResponse(int? Total, int? Women, int? Minority, int? LeftBehind, int? Under35, int? Over60)
{
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

        // A column with a total of 0 is known to be 0.
        int? In(Audience column) =>
            shown.Part.Figures[metric, column] is var count
            && (count != 0 || shown.Part.Figures[metric] != 0)
            && shown.Hidden.Hides(metric, column)
                ? null
                : count;
    }
}

/// <param name="People">An estimate, or null when it is too small to be shown.</param>
/// <param name="StandardError">A share: two of three estimates are within it.</param>
public sealed record ReachedResponse(int? People, double StandardError)
{
    public static ReachedResponse? Of(PublicPart shown) =>
        shown.Part.Reached is { } people
            ? new ReachedResponse(people < ColumnSuppression.Least ? null : people, Sketch.StandardError)
            : null;
}
