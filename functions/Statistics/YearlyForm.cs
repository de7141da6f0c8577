using System.Globalization;
using System.Text;
using CsvHelper;
using MiniExcelLibs;

namespace EStation.Statistics;

/// <summary>
/// The yearly form of science outreach (科普统计年报表) as a county hands it up: for the region and each of its parts every metric with its
/// columns.
/// </summary>
/// <param name="Names">From the province down to the region.</param>
/// <param name="Rows">The region itself first.</param>
internal sealed record YearlyForm(IReadOnlyList<string> Names, int Year, DateTimeOffset AsOf, IReadOnlyList<(string Code, string Name, PublicPart Part)> Rows)
{
    private const string Concealed = "*";

    // What a spreadsheet would take for a formula; Excel and its like also skip spaces before it.
    private const string FormulaStarts = "=+-@\t\r\n＝＋－＠";

    /// <summary>A table of texts and numbers.</summary>
    public IReadOnlyList<IReadOnlyList<object>> ToTable() =>
    [
        ["农村科普统计年报表"],
        ["填报单位", Harmless(string.Concat(Names))],
        ["统计年度", string.Create(CultureInfo.InvariantCulture, $"{Year}年")],
        ["数据截至", AsOf.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)],
        ["说明", $"人数少于{ColumnSuppression.Least}或可据以推算的，以“{Concealed}”表示，不予公布。"],
        ["地区代码", "地区", "指标", .. Columns.All.Select(MetricNames.In)],
        .. Rows.SelectMany(row => Enum.GetValues<Metric>().Select(metric => RowOf(row.Code, row.Name, row.Part, metric))),
    ];

    public byte[] ToCsv()
    {
        using var text = new StringWriter();
        using (var csv = new CsvWriter(text, CultureInfo.InvariantCulture))
        {
            foreach (var row in ToTable())
            {
                foreach (var cell in row)
                    csv.WriteField(cell);
                csv.NextRecord();
            }
        }

        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())]; // Excel tells UTF-8 by its mark
    }

    public byte[] ToXlsx()
    {
        var file = new MemoryStream();
        var width = ToTable().Max(row => row.Count);
        var rows = ToTable().Select(row => Enumerable.Range(0, width).ToDictionary(column => ((char)('A' + column)).ToString(), column => row.ElementAtOrDefault(column)));
        MiniExcel.SaveAs(file, rows, printHeader: false, sheetName: "年报表");
        return file.ToArray();
    }

    public static string Harmless(string text) => FormulaStarts.Contains(text.TrimStart(' ', '　').FirstOrDefault()) ? "'" + text : text;

    private static List<object> RowOf(string code, string name, PublicPart shown, Metric metric)
    {
        var columns = Columns.All.Select(column => shown.Hidden.Hides(metric, column) && shown.Part.Figures[metric] != 0 ? Concealed : (object)shown.Part.Figures[metric, column]);
        return [code, Harmless(name), MetricNames.In(metric), .. columns];
    }
}
