using EStation.Regions;

namespace EStation.Statistics;

/// <summary>
/// A year of the province, its prefectures and counties, in all periods that audiences are shown for. What is hidden in it is decided at
/// once: a day can be given away by its month, a county by its neighbours, and both by both together.
/// </summary>
/// <param name="Province">Its pages of the months and of the year.</param>
/// <param name="Prefectures">Their pages of the year.</param>
public sealed record ProvinceYear(PeriodKey Year, IReadOnlyList<Page> Province, IReadOnlyList<Page> Prefectures)
{
    private readonly Suppression table = new();
    private readonly Dictionary<(RegionCode Region, PeriodKey Key), (int Cell, Part Part)> cells = [];

    /// <summary>Sets in each page what the public may see.</summary>
    public void Disclose()
    {
        foreach (var page in Province)
        {
            foreach (var key in page.Entries.Keys)
                Add(page.Region, key, page.Whole(key));
        }

        foreach (var page in Province.Concat(Prefectures))
            AddParts(page);
        AddSumsOverTime();
        var hidden = table.Solve();
        foreach (var page in Province.Concat(Prefectures))
            Disclose(page, hidden);
    }

    private void AddParts(Page page)
    {
        foreach (var (key, parts) in page.Entries.OrderBy(entry => entry.Key.Value, StringComparer.Ordinal))
        {
            var added = parts
                .OrderBy(part => part.Key.Value, StringComparer.Ordinal)
                .Select(part => Add(part.Key, key, part.Value))
                .ToList();
            if (cells.TryGetValue((page.Region, key), out var whole))
                table.AddSum(whole.Cell, added);
        }
    }

    private int Add(RegionCode region, PeriodKey key, Part part)
    {
        var cell = table.Add(part);
        cells[(region, key)] = (cell, part);
        return cell;
    }

    private void AddSumsOverTime()
    {
        var sums = cells
            .Where(cell => cell.Key.Key != Year)
            .GroupBy(cell => (cell.Key.Region, Key: Page.SpanOf(cell.Key.Key)), cell => cell.Value.Cell)
            .OrderBy(sum => sum.Min());
        foreach (var sum in sums)
        {
            if (cells.TryGetValue(sum.Key, out var whole))
                table.AddSum(whole.Cell, [.. sum]);
        }
    }

    private void Disclose(Page page, IReadOnlyList<Mask> hidden)
    {
        page.Public.Clear();
        foreach (var (key, parts) in page.Entries)
        {
            var shown = page.Region.Level == RegionLevel.Province ? parts.Keys.Append(page.Region) : parts.Keys;
            page.Public[key] = shown.ToDictionary(
                region => region,
                region => cells[(region, key)] is var (cell, part) ? new PublicPart(part, hidden[cell]) : null!
            );
        }
    }
}
