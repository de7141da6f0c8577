using System.Net.Http.Headers;
using System.Text;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;
using EStation.Testing;
using MiniExcelLibs;

namespace EStation.Statistics;

public class YearlyFormTests(TestStorage storage)
{
    [Fact]
    public async Task The_form_has_the_region_and_its_parts_in_Chinese_as_table_and_as_text()
    {
        await using var host = await TestHost.StartAsync(storage, now: DateTimeOffset.Parse("2026-11-25T04:00:00Z", null));
        await Facts.StoreAsync(
            host,
            Enumerable
                .Range(0, 12)
                .Select(at =>
                    Facts.Registration("220102001001", "2026-11-24T03:00:00Z", audience: at < 6 ? Audience.Women : Audience.Minority)
                )
        );
        await host.RollUpAsync();
        var csv = await host.Http.GetAsync("api/statistics/220102/export?year=2026&format=csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            "statistics-220102-2026.csv",
            ContentDispositionHeaderValue.Parse(csv.Content.Headers.ContentDisposition!.ToString()).FileName!.Trim('"')
        );
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        Assert.Equal(Encoding.UTF8.Preamble.ToArray(), bytes[..3]);
        var lines = Encoding.UTF8.GetString(bytes[3..]).Split("\r\n");
        Assert.Equal("填报单位,吉林省长春市南关区", lines[1]);
        Assert.Equal("地区代码,地区,指标,合计,女性,少数民族,留守人员,35岁以下,60岁以上", lines[5]);
        Assert.Equal("220102,南关区,注册人数,12,6,6,*,*,*", lines[6]);
        Assert.Contains("220102001,南岭街道,注册人数,12,6,6,*,*,*", lines);

        var xlsx = await host.Http.GetByteArrayAsync("api/statistics/220102/export?year=2026");
        var rows = MiniExcel.Query(new MemoryStream(xlsx), useHeaderRow: false).Cast<IDictionary<string, object>>().ToList();
        Assert.Equal("农村科普统计年报表", rows[0]["A"]);
        Assert.Equal(["220102", "南关区", "注册人数", 12.0, 6.0, 6.0], rows[6].Values.Take(6));
        Assert.Equal(lines.Length - 1, rows.Count);
    }

    [Fact]
    public void A_village_keeps_its_code_of_12_digits_as_a_text()
    {
        var form = new YearlyForm(
            ["吉林省"],
            2026,
            DateTimeOffset.UnixEpoch,
            [("220102001001", "=村", new PublicPart(Part.Nothing, new Mask()))]
        );
        Assert.Contains("\r\n\"'220102001001\",\"'=村\",", Encoding.UTF8.GetString(form.ToCsv()), StringComparison.Ordinal);
        var row = MiniExcel.Query(new MemoryStream(form.ToXlsx())).Cast<IDictionary<string, object>>().Last();
        Assert.Equal(["220102001001", "=村"], row.Values.Take(2));
    }
}
