using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>The roster: who may see it, and as a sheet.</summary>
public class RosterTests(TestStorage storage)
{
    private static readonly XNamespace Sheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    [Fact]
    public async Task An_official_of_the_place_sees_the_roster_and_each_reading_is_recorded()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (first, ticket) = await training.TicketAsync();
        var (second, _) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var official = await GrantAsync(host, training, "220102");
        var page = await Farmer.JsonOf(await official.GetAsync($"{training.Path}/enrolments?limit=1"));
        var entry = page["items"]![0]!;
        Assert.Equal((first.Phone, "王小明", "confirmed", 3.0), ((string)entry["phone"]!, (string)entry["name"]!, (string)entry["state"]!, (double)entry["attendedHours"]!));
        var next = await Farmer.JsonOf(await official.GetAsync($"{training.Path}/enrolments?limit=1&cursor={page["next"]}"));
        Assert.Equal((second.Phone, 1), ((string)next["items"]![0]!["phone"]!, (int)next["items"]![0]!["position"]!));
        Assert.Equal(2, Audited(host, "GetRoster", official, allowed: true));
    }

    [Fact]
    public async Task Who_comes_without_a_ticket_is_marked_and_corrected_by_the_one_in_the_roster()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (_, ticket) = await training.TicketAsync();
        var (leaver, _) = await training.TicketAsync();
        (await leaver.DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();
        var entries = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]!.AsArray();
        Assert.Equal([ticket, null], entries.Select(entry => (string?)entry!["ticket"]));
        Assert.Equal(1, (int)(await training.MarkAsync(1, (string)entries[0]!["ticket"]!))["present"]!);
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_marks_attendance_and_each_attempt_is_recorded()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        var stranger = await GrantAsync(host, training, "220103");
        foreach (var outsider in new[] { farmer, stranger })
        {
            Assert.Equal("role.missing", await Farmer.RefusalOf(await outsider.GetAsync($"{training.Path}/enrolments?format=csv"), HttpStatusCode.Forbidden));
            var marked = await outsider.PutAsync($"{training.Path}/sessions/1/attendance", new { tickets = new[] { ticket } });
            Assert.Equal("role.missing", await Farmer.RefusalOf(marked, HttpStatusCode.Forbidden));
            Assert.Equal((1, 1), (Audited(host, "GetRoster", outsider, allowed: false), Audited(host, "MarkAttendance", outsider, allowed: false)));
        }
    }

    [Fact]
    public async Task A_workbook_keeps_Chinese_and_phones_as_texts_and_runs_nothing()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var phone = Farmer.NewPhone();
        await training.SignUpAsync(training.Official, new { people = new[] { new { phone, name = "=HYPERLINK(\"http://x\")" }, new { phone = Farmer.NewPhone(), name = "朴金花" } } });
        var file = await (await training.Official.GetAsync($"{training.Path}/enrolments?format=xlsx")).Content.ReadAsByteArrayAsync();

        var cells = CellsOf(file);
        Assert.DoesNotContain(cells, cell => cell.Element(Sheet + "f") is not null);
        var texts = cells.Select(TextOf).ToList();
        Assert.Contains("姓名", texts);
        Assert.Contains("朴金花", texts);
        Assert.Contains("=HYPERLINK(\"http://x\")", texts);
        Assert.Contains(cells, cell => TextOf(cell) == phone && (string?)cell.Attribute("t") is "str" or "s" or "inlineStr");
        await OpenInLibreOfficeAsync(file, phone);
    }

    [Fact]
    public void A_sheet_of_values_disarms_what_a_program_would_run()
    {
        var csv = Encoding.UTF8.GetString(RosterSheet.Csv([Entry("=1+1", "好, 很好"), Entry("+86 张三", "@SUM(A1)"), Entry("-2", "说\"好\"")], Language.Zh));
        var lines = csv.Split("\r\n");
        Assert.StartsWith("\ufeff序号,姓名,手机号", lines[0], StringComparison.Ordinal);
        Assert.Contains(",\"'=1+1\",13800000000,", lines[1], StringComparison.Ordinal);
        Assert.EndsWith(",\"好, 很好\"", lines[1], StringComparison.Ordinal);
        Assert.Contains(",\"'+86 张三\",", lines[2], StringComparison.Ordinal);
        Assert.EndsWith(",\"'@SUM(A1)\"", lines[2], StringComparison.Ordinal);
        Assert.Contains(",\"'-2\",", lines[3], StringComparison.Ordinal);
        Assert.EndsWith(",\"说\"\"好\"\"\"", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_roster_is_a_workbook_with_its_headings() =>
        Assert.Contains("姓名", CellsOf(RosterSheet.Xlsx([], Language.Zh)).Select(TextOf));

    private static RosterEntry Entry(string name, string comment) =>
        new("id", 1, name, "13800000000", null, "", EnrolmentState.Confirmed, null, DateTimeOffset.UnixEpoch, [1, 2], 6, null, 5, comment, null);

    private static async Task<Farmer> GrantAsync(TestHost host, Class training, string region)
    {
        var official = await Farmer.SignUpAsync(host, name: "赵干事");
        (await training.Official.PostAsync("api/grants", new { phone = official.Phone, role = "official", region })).EnsureSuccessStatusCode();
        return official;
    }

    private static int Audited(TestHost host, string action, Farmer who, bool allowed) => new TableClient(host.ConnectionString, "Audit").Query<TableEntity>()
        .Count(row => row.GetString("Action") == action && row.GetString("Person") == who.Id && row.GetBoolean("Allowed") == allowed);

    /// <summary>The cells as any program finds them: the workbook is read part by part, without the library that wrote it.</summary>
    private static List<XElement> CellsOf(byte[] workbook)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var part = zip.Entries.Single(entry => entry.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal));
        using var xml = part.Open();
        var cells = XDocument.Load(xml).Descendants(Sheet + "c").ToList();
        var shared = zip.GetEntry("xl/sharedStrings.xml") is { } table ? Strings(table) : [];
        foreach (var cell in cells.Where(cell => (string?)cell.Attribute("t") == "s" && shared.Count > 0))
            cell.SetElementValue(Sheet + "v", shared[(int)cell.Element(Sheet + "v")!]);
        return cells;
    }

    private static List<string> Strings(ZipArchiveEntry table)
    {
        using var xml = table.Open();
        return [.. XDocument.Load(xml).Descendants(Sheet + "si").Select(text => text.Value)];
    }

    private static string TextOf(XElement cell) => cell.Element(Sheet + "v")?.Value ?? cell.Value;

    /// <summary>Where LibreOffice is installed it has to open the file too; else reading it back above has to do.</summary>
    private static async Task OpenInLibreOfficeAsync(byte[] file, string phone)
    {
        if (!File.Exists("/usr/bin/soffice"))
            return;
        var folder = Directory.CreateTempSubdirectory("estation").FullName;
        await File.WriteAllBytesAsync(Path.Combine(folder, "roster.xlsx"), file);
        using var office = Process.Start(new ProcessStartInfo("/usr/bin/soffice", ["--headless", "--convert-to", "csv:Text - txt - csv (StarCalc):44,34,76", "--outdir", folder, Path.Combine(folder, "roster.xlsx")]))!;
        await office.WaitForExitAsync();
        var csv = await File.ReadAllTextAsync(Path.Combine(folder, "roster.csv"));
        Assert.Contains("朴金花", csv, StringComparison.Ordinal);
        Assert.Contains(phone, csv, StringComparison.Ordinal);
        Assert.Contains("=HYPERLINK", csv, StringComparison.Ordinal);
    }
}
