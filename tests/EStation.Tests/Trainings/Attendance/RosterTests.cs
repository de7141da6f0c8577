using System.Net;
using System.Text;
using Azure.Data.Tables;
using EStation.Testing;
using EStation.Trainings.Enrolments;
using ExcelDataReader;

namespace EStation.Trainings.Attendance;

/// <summary>The roster: who may see it, and as a sheet.</summary>
public class RosterTests(TestStorage storage)
{
    private static readonly string[] Hostile = ["=HYPERLINK(\"http://x\")", "朴金花 박금화", "=1+1", "+1+1", "-1+1", "@SUM(1)", "00123"];

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
        Assert.Equal(
            (first.Phone, "王小明", "confirmed", 3.0),
            ((string)entry["phone"]!, (string)entry["name"]!, (string)entry["state"]!, (double)entry["attendedHours"]!)
        );
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
    public async Task Nobody_else_sees_it_marks_attendance_or_completes_and_each_attempt_is_in_the_audit()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        var stranger = await GrantAsync(host, training, "220103"); // an official of the next county
        foreach (var outsider in new[] { farmer, stranger })
        {
            HttpResponseMessage[] answers =
            [
                await outsider.GetAsync($"{training.Path}/enrolments"),
                await outsider.GetAsync($"{training.Path}/enrolments?format=csv"),
                await outsider.GetAsync($"{training.Path}/enrolments?format=xlsx"),
                await outsider.PutAsync($"{training.Path}/sessions/1/attendance", new { tickets = new[] { ticket } }),
                await outsider.DeleteAsync($"{training.Path}/sessions/1/attendance/{ticket}"),
                await outsider.PostAsync($"{training.Path}/complete", new { enrolments = new[] { farmer.Id } }),
            ];
            foreach (var answer in answers)
                Assert.Equal("role.missing", await Farmer.RefusalOf(answer, HttpStatusCode.Forbidden));
            var page = await Farmer.JsonOf(await training.Official.GetAsync("api/audit?region=22&limit=100"));
            Assert.Equal(
                ["CompleteTraining", "CorrectAttendance", "GetRoster", "GetRoster", "GetRoster", "MarkAttendance"],
                page["items"]!
                    .AsArray()
                    .Where(entry =>
                        (string)entry!["person"]! == outsider.Id && !(bool)entry["allowed"]! && (string)entry["subject"]! == training.Id
                    )
                    .Select(entry => (string)entry!["action"]!)
                    .Order(StringComparer.Ordinal)
            );
        }

        var ledger = new TableClient(host.ConnectionString, "Ledger").Query<TableEntity>().Select(row => row.RowKey).ToList();
        Assert.DoesNotContain(
            ledger,
            key => key.StartsWith("attendance|", StringComparison.Ordinal) || key.StartsWith("completion|", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_workbook_keeps_Chinese_and_phones_as_texts_and_runs_nothing()
    {
        await using var host = await Class.HostAsync(storage);
        var (training, phone) = await OfHostileNamesAsync(host);
        var rows = RowsOf(await ExportAsync(training, "xlsx"));
        Assert.Equal(["序号", "姓名", "手机号"], rows[0].Take(3));
        Assert.Equal([phone, .. Hostile[1..].Select(_ => typeof(string))], [rows[1][2], .. rows.Skip(2).Select(row => row[2]!.GetType())]); // a number would come back as a double
        Assert.Equal(Hostile, rows.Skip(1).Select(row => row[1]));
        Assert.Contains(rows, row => row[1] is "朴金花 박금화");
    }

    [Fact]
    public void A_number_in_a_workbook_would_be_noticed()
    {
        var file = new MemoryStream();
        MiniExcelLibs.MiniExcel.SaveAs(file, new[] { new { Phone = 13800000000 } });
        Assert.IsType<double>(RowsOf(file.ToArray())[1][0]);
    }

    /// <summary>Needs LibreOffice: <c>dotnet run --project tests/EStation.Tests -- -explicit only</c>. The test above reads the workbook by a library.</summary>
    [Fact(Explicit = true)]
    public async Task LibreOffice_opens_workbook_and_table_and_finds_texts_alone()
    {
        Assert.True(LibreOffice.IsInstalled, "LibreOffice is not installed: apt-get install libreoffice-calc.");
        await using var host = await Class.HostAsync(storage);
        var (training, phone) = await OfHostileNamesAsync(host);
        var workbook = await LibreOffice.OpenAsync("roster.xlsx", await ExportAsync(training, "xlsx"));
        Assert.All(workbook.TrimEnd().Split('\n'), line => Assert.StartsWith("\"", line, StringComparison.Ordinal));
        Assert.Contains($",\"{phone}\",", workbook, StringComparison.Ordinal);
        Assert.Contains("\"朴金花 박금화\"", workbook, StringComparison.Ordinal);
        Assert.Contains("\"=HYPERLINK(\"\"http://x\"\")\"", workbook, StringComparison.Ordinal); // a formula would stand without quotes
        Assert.Contains("\"=1+1\"", workbook, StringComparison.Ordinal);

        var table = await LibreOffice.OpenAsync("roster.csv", await ExportAsync(training, "csv"));
        Assert.Contains("\"'=1+1\"", table, StringComparison.Ordinal);
        Assert.Contains("\"'@SUM(1)\"", table, StringComparison.Ordinal);
        Assert.Contains("\"朴金花 박금화\"", table, StringComparison.Ordinal);
        Assert.DoesNotContain(table.Split(','), cell => cell.StartsWith('='));
    }

    [Fact]
    public void A_sheet_of_values_disarms_what_a_program_would_run()
    {
        var csv = Encoding.UTF8.GetString(
            RosterSheet.Csv(
                Desk.Announce("培训", 1),
                [Entry("=1+1", "好, 很好"), Entry("+86 张三", "@SUM(A1)"), Entry("-2", "说\"好\"")],
                Language.Zh
            )
        );
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
        Assert.Contains("姓名", RowsOf(RosterSheet.Xlsx(Desk.Announce("培训", 1), [], Language.Zh))[0]);

    private static RosterEntry Entry(string name, string comment) =>
        new(
            "id",
            1,
            name,
            "13800000000",
            null,
            "",
            EnrolmentState.Confirmed,
            null,
            DateTimeOffset.UnixEpoch,
            [1, 2],
            6,
            null,
            5,
            comment,
            null,
            []
        );

    private static async Task<Farmer> GrantAsync(TestHost host, Class training, string region)
    {
        var official = await Farmer.SignUpAsync(host, name: "赵干事");
        (
            await training.Official.PostAsync(
                "api/grants",
                new
                {
                    phone = official.Phone,
                    role = "official",
                    region,
                }
            )
        ).EnsureSuccessStatusCode();
        return official;
    }

    private static int Audited(TestHost host, string action, Farmer who, bool allowed) =>
        new TableClient(host.ConnectionString, "Audit")
            .Query<TableEntity>()
            .Count(row => row.GetString("Action") == action && row.GetString("Person") == who.Id && row.GetBoolean("Allowed") == allowed);

    /// <summary>A training with people whose names are more than names, signed up by the official.</summary>
    private static async Task<(Class Training, string FirstPhone)> OfHostileNamesAsync(TestHost host)
    {
        var training = await Class.AnnounceAsync(host, capacity: Hostile.Length);
        var people = Hostile.Select(name => new { phone = Farmer.NewPhone(), name }).ToList();
        await training.SignUpAsync(training.Official, new { people });
        return (training, people[0].phone);
    }

    private static async Task<byte[]> ExportAsync(Class training, string format)
    {
        var answer = await training.Official.GetAsync($"{training.Path}/enrolments?format={format}");
        Assert.EndsWith($".{format}", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>The cells as another library reads them than the one that wrote them: texts as strings, numbers as doubles.</summary>
    private static List<object?[]> RowsOf(byte[] workbook)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance); // the library asks for it
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(workbook));
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)]);
        return rows;
    }
}
