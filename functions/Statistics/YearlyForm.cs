using System.Globalization;
using EStation.Counting;
using EStation.Http;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;

namespace EStation.Statistics;

/// <summary>
/// The yearly form of science outreach (科普统计年报表) as a county hands it up: for the region and each of its parts every metric with its
/// columns.
/// </summary>
/// <param name="Names">From the province down to the region.</param>
/// <param name="Rows">The region itself first.</param>
public sealed record YearlyForm(
    IReadOnlyList<string> Names,
    int Year,
    DateTimeOffset AsOf,
    IReadOnlyList<(string Code, string Name, PublicPart Part)> Rows
)
{
    private const string Concealed = "*";

    /// <summary>A table of texts and numbers.</summary>
    public IReadOnlyList<IReadOnlyList<object>> ToTable() =>
        [
            ["农村科普统计年报表"],
            ["填报单位", string.Concat(Names)],
            ["统计年度", string.Create(CultureInfo.InvariantCulture, $"{Year}年")],
            ["数据截至", AsOf.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)],
            ["说明", $"人数少于{ColumnSuppression.Least}或可据以推算的，以“{Concealed}”表示，不予公布。"],
            ["地区代码", "地区", "指标", .. Columns.All.Select(MetricNames.In)],
            .. ToFigures(),
        ];

    /// <summary>The rows below the head, which says when they were made.</summary>
    public IEnumerable<IReadOnlyList<object>> ToFigures() =>
        Rows.SelectMany(row => Enum.GetValues<Metric>().Select(metric => RowOf(row.Code, row.Name, row.Part, metric)));

    public byte[] ToCsv() => SheetFile.Csv(ToTable());

    public byte[] ToXlsx() => SheetFile.Xlsx(ToTable(), "年报表");

    private static List<object> RowOf(string code, string name, PublicPart shown, Metric metric)
    {
        var columns = Columns.All.Select(column =>
            shown.Hidden.Hides(metric, column) && shown.Part.Figures[metric] != 0 ? Concealed : (object)shown.Part.Figures[metric, column]
        );
        return [code, name, MetricNames.In(metric), .. columns];
    }
}
