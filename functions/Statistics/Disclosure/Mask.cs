using EStation.Counting;

namespace EStation.Statistics.Disclosure;

/// <summary>The audience columns of each metric that are not shown to the public.</summary>
public sealed class Mask
{
    private static readonly Audience EveryColumn = Columns.OfAudiences.Aggregate((all, column) => all | column);
    private readonly SortedDictionary<Metric, Audience> hidden = [];

    public static readonly Mask Everything = FromStored(Enum.GetValues<Metric>().ToDictionary(metric => metric, _ => EveryColumn));

    public bool IsEmpty => hidden.Count == 0;

    public static Mask FromStored(IReadOnlyDictionary<Metric, Audience> stored)
    {
        var mask = new Mask();
        foreach (var (metric, columns) in stored)
            mask.hidden[metric] = columns;
        return mask;
    }

    /// <summary>With everything hidden of metrics of which nothing was counted before today: their noughts would say nothing.</summary>
    public Mask HidingToday(Figures finished, Figures live)
    {
        var mask = FromStored(hidden);
        foreach (var metric in live.Metrics.Where(metric => live[metric] != 0 && finished[metric] == 0))
            mask.hidden[metric] = EveryColumn;
        return mask;
    }

    public IReadOnlyDictionary<Metric, Audience> ToStored() => hidden;

    public bool Hides(Metric metric, Audience column) => column != Audience.None && hidden.GetValueOrDefault(metric).HasFlag(column);

    public void Hide(Metric metric, Audience column) => hidden[metric] = hidden.GetValueOrDefault(metric) | column;
}
