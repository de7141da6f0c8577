using Azure;
using EStation.Regions;
using EStation.Statistics.Pages;

namespace EStation.Statistics.Disclosure;

/// <summary>
/// Decides anew what the public may see of a year, after its figures have changed. It reads a fixed number of pages (25 in Jilin), however
/// much is stored.
/// </summary>
public sealed class YearDisclosure(PageTable pages, DisclosureTable disclosures, Divisions divisions, TimeProvider time)
{
    public Task DiscloseAsync(RegionCode province, PeriodKey year) => OptimisticConcurrency.RetryAsync(() => TryAsync(province, year));

    /// <returns>False when somebody else has changed something meanwhile, or has decided on other figures.</returns>
    private async Task<bool> TryAsync(RegionCode province, PeriodKey year)
    {
        var turn = await disclosures.ReadTurnAsync(province, year);
        var read = await ReadAsync(province, year);
        new ProvinceYear(year, [.. PagesOf(RegionLevel.Province)], [.. PagesOf(RegionLevel.Prefecture)], Day.Of(time.Now())).Disclose();
        var written = await Task.WhenAll(
            read.Where(page => page.Read is not null).Select(page => pages.TryWriteIfChangedAsync(page.Page, page.Read, time.Now()))
        );
        return written.All(success => success) && await disclosures.TryEndTurnAsync(province, year, turn);

        IEnumerable<Page> PagesOf(RegionLevel level) => read.Select(page => page.Page).Where(page => page.Region.Level == level);
    }

    private async Task<IReadOnlyList<(Page Page, ETag? Read)>> ReadAsync(RegionCode province, PeriodKey year)
    {
        var months = Enumerable.Range(0, 12).Select(month => (Region: province, Span: PeriodKey.Of(year.First, Period.Month).Plus(month)));
        var years = (divisions.Find(province)?.Children ?? [])
            .Select(prefecture => (Region: prefecture.Code, Span: year))
            .Prepend((Region: province, Span: year));
        return await Task.WhenAll(months.Concat(years).Select(page => pages.FindOrMakeAsync(page.Region, page.Span)));
    }
}
