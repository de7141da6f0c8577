using EStation.Regions;
using EStation.Statistics.Disclosure;

namespace EStation.Statistics.Pages;

/// <summary>A year of the province, its prefectures and counties, in all periods with audience columns. All hidden cells are decided
/// together: a month can disclose its day, and a county's neighbours the county.</summary>
/// <param name="Province">The province's pages of the months and of the year.</param>
/// <param name="Today">The unfinished day: audience columns exclude its counts.</param>
public sealed record ProvinceYear(PeriodKey Year, IReadOnlyList<Page> Province, IReadOnlyList<Page> Prefectures, Day? Today = null)
{
    private readonly Suppression table = new();
    private readonly Dictionary<(RegionCode Region, PeriodKey Key), (int Cell, Part Finished, Part Live)> cells = [];

    public void Disclose()
    {
        foreach (var page in Province)
        {
            foreach (var key in page.Entries.Keys.Where(IsOver))
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
        foreach (
            var (key, parts) in page.Entries.Where(entry => IsOver(entry.Key)).OrderBy(entry => entry.Key.Value, StringComparer.Ordinal)
        )
        {
            var added = parts
                .OrderBy(part => part.Key.Value, StringComparer.Ordinal)
                .Select(part => Add(part.Key, key, part.Value))
                .ToList();
            if (cells.TryGetValue((page.Region, key), out var whole))
                table.AddSum(whole.Cell, added);
        }
    }

    private bool IsOver(PeriodKey key) => key.Period != Period.Day || Today is not { } today || key.First.Date < today.Date;

    private int Add(RegionCode region, PeriodKey key, Part part)
    {
        var finished = Today is { } today ? part.PublicOn(today) : part;
        var cell = table.Add(finished);
        cells[(region, key)] = (cell, finished, part);
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
        page.DecidedOn = Today;
        foreach (var (key, parts) in page.Entries)
        {
            var shown = page.Region.Level == RegionLevel.Province ? parts.Keys.Append(page.Region) : parts.Keys;
            page.Public[key] = shown.ToDictionary(
                region => region,
                region =>
                    cells.TryGetValue((region, key), out var of)
                        ? new PublicPart(
                            of.Finished.WithTotalsOf(of.Live),
                            hidden[of.Cell].HidingToday(of.Finished.Figures, of.Live.Figures)
                        )
                        : new PublicPart(parts.GetValueOrDefault(region) ?? page.Whole(key), Mask.Everything)
            );
        }
    }
}
