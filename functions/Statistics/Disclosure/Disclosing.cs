using EStation.Counting;
using EStation.Regions;
using EStation.Statistics.Pages;

namespace EStation.Statistics.Disclosure;

/// <summary>The figures that the public may see. Audience columns contain only finished days, and are shown by day from the prefecture up,
/// by month from the county up, by year everywhere. Small numbers are hidden, so that no combination of places and periods discloses
/// them.</summary>
public static class Disclosing
{
    public static bool Shows(RegionLevel level, Period period) =>
        period switch
        {
            Period.Day => level <= RegionLevel.Prefecture,
            Period.Month => level <= RegionLevel.County,
            _ => true,
        };

    /// <summary>The parts of a county or town in a year. The public sees no finer figures, so only the whole can disclose them: a column
    /// that is hidden in the whole is hidden in each part.</summary>
    public static IReadOnlyDictionary<RegionCode, PublicPart> Within(
        IReadOnlyDictionary<RegionCode, Part> parts,
        Mask hiddenOfWhole,
        Day? today = null
    )
    {
        var finished = parts.ToDictionary(part => part.Key, part => today is { } day ? part.Value.PublicOn(day) : part.Value);
        var (masks, _) = Solve(finished);
        return parts.ToDictionary(
            part => part.Key,
            part => new PublicPart(
                finished[part.Key].WithTotalsOf(part.Value),
                Join(part.Value, masks[part.Key], hiddenOfWhole).HidingToday(finished[part.Key].Figures, part.Value.Figures)
            )
        );
    }

    /// <summary>The columns to hide in the whole because its parts could not be hidden otherwise.</summary>
    public static Mask? ExposedBy(IReadOnlyDictionary<RegionCode, Part> parts)
    {
        var (_, whole) = Solve(parts);
        return whole.IsEmpty ? null : whole;
    }

    private static (Dictionary<RegionCode, Mask> Parts, Mask Whole) Solve(IReadOnlyDictionary<RegionCode, Part> parts)
    {
        var table = new Suppression();
        var whole = table.Add(new Part(Figures.SumOf(parts.Values.Select(part => part.Figures))));
        var cells = parts
            .OrderBy(part => part.Key.Value, StringComparer.Ordinal)
            .Select(part => (part.Key, Cell: table.Add(part.Value)))
            .ToList();
        table.AddSum(whole, [.. cells.Select(cell => cell.Cell)]);
        var masks = table.Solve();
        return (cells.ToDictionary(cell => cell.Key, cell => masks[cell.Cell]), masks[whole]);
    }

    private static Mask Join(Part part, Mask own, Mask above)
    {
        var joint = Mask.FromStored(own.ToStored());
        foreach (var metric in part.Figures.Metrics)
        {
            foreach (var column in Columns.OfAudiences.Where(column => above.Hides(metric, column)))
                joint.Hide(metric, column);
        }

        return joint;
    }
}
