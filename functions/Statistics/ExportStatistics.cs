using System.Globalization;
using EStation.Access;
using EStation.Http;
using EStation.Regions;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

public enum ExportFormat
{
    Xlsx,
    Csv,
}

/// <summary>The yearly form of a region by its parts, as a file.</summary>
public sealed class ExportStatistics(PublicFigures figures, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);
    private static readonly PublicPart Nothing = new(Part.Nothing, new Mask());

    [Function(nameof(ExportStatistics))]
    [Access(Needs.Nothing)]
    [AnswersFile(SheetFile.XlsxType, SheetFile.CsvType)]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/{region}/export")] HttpRequest request,
        string region
    )
    {
        if (!RegionCode.TryParse(region, null, out var code) || divisions.Find(code) is not { } division)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var year = Query.Parsed<PeriodKey>(request, "year", check) ?? PeriodKey.Of(Day.Of(time.Now()), Period.Year);
        var format = Query.Enum<ExportFormat>(request, "format", check) ?? ExportFormat.Xlsx;
        check.Check(year.Period == Period.Year, "year", "is no year");
        if (check.Or(() => year).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var series = await figures.ReadAsync(code, year, year);
        var (_, parts) = await figures.ReadPartsAsync(code, year);
        var form = new YearlyForm(
            [.. divisions.NamesDownTo(code).Select(place => place.Zh)],
            year.First.Date.Year,
            series.AsOf ?? time.Now(),
            [
                (code.Value, division.Name.Zh, series.Items.Select(item => item.Part).FirstOrDefault() ?? Nothing),
                .. division.Children.Select(child => (child.Code.Value, child.Name.Zh, parts.GetValueOrDefault(child.Code) ?? Nothing)),
            ]
        );
        var name = string.Create(CultureInfo.InvariantCulture, $"statistics-{code}-{year}");
        var file =
            format == ExportFormat.Csv
                ? Answer.File(form.ToCsv(), SheetFile.CsvType, name + ".csv")
                : Answer.File(form.ToXlsx(), SheetFile.XlsxType, name + ".xlsx");
        return Answer.Cached(file, Fingerprint.OfFigures(name, format, form.ToFigures()), Cacheable);
    }
}
