using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Banks.Gift;
using EStation.Banks.Sheets;
using EStation.Testing;

namespace EStation.Banks;

/// <summary>Files brought by an administrator, over HTTP, and what is in storage afterwards.</summary>
public class ImportingTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Administrator = "13900000001";
    private static readonly string[] Programs = ["libreoffice", "sheetjs-inline", "sheetjs-shared", "exceljs-stream"];
    private static readonly string[] Kinds = ["xlsx", "csv", "xlsx", "gift", "json"];

    private const string Csv =
        "题型,题目*,选项A,选项B,标准答案,备注\r\n单选题（2分）,\"两\n行？\",甲,乙,A,\r\n多选题,\"\"\"引\"\"号？\",甲,乙,A/B,x\r\n判断题,真的。,,,✔,\r\n";

    private static readonly string[] ValidCases =
    [
        "x01-percent",
        "x02-date-14",
        "x04-time",
        "x04f-unit",
        "x15e-xfd-styled",
        "x17-second-sheet",
        "x19-0",
        "x23b-bank",
    ];

    private static readonly Func<byte[]>[] Workbooks =
    [
        .. Programs.Select<string, Func<byte[]>>(program => () => WrittenBy(program)),
        .. ValidCases.Select<string, Func<byte[]>>(name =>
            () => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Banks", "cases", name + ".xlsx"))
        ),
        () => BankTemplate.In(BankFormat.Xlsx),
    ];

    private static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = Administrator };

    [Fact]
    public async Task A_workbook_is_imported_whichever_program_wrote_it()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        foreach (var program in Programs)
        {
            var imported = await Farmer.JsonOf(await PostAsync(host, administrator, $"format=xlsx&id={program}", WrittenBy(program)));
            Assert.Equal((4, 3, 1), ((int)imported["questions"]!, (int)imported["ranked"]!, (int)imported["practice"]!));
            Assert.Empty(imported["warnings"]!.AsArray());
            var questions = (await Farmer.JsonOf(await administrator.GetAsync($"api/question-banks/{program}?lang=*")))[
                "questions"
            ]!.AsArray();
            Assert.Equal(["single", "multiple", "single", "trueFalse"], questions.Select(question => (string)question!["kind"]!));
            Assert.Equal(
                ("土豆发芽后能吃吗？", "싹이 난 감자를 먹어도 됩니까?"),
                ((string)questions[0]!["text"]!["zh"]!, (string)questions[0]!["text"]!["ko"]!)
            );
            Assert.Equal("안 된다", (string)questions[0]!["options"]![0]!["text"]!["ko"]!);
            Assert.Equal(
                ["2022-06-05", "2021-01-01", "2023"],
                questions[2]!["options"]!.AsArray().Select(option => (string)option!["text"]!["zh"]!)
            );
            Assert.Equal([true, true, false], questions[1]!["options"]!.AsArray().Select(option => (bool)option!["right"]!));
        }
    }

    [Fact]
    public async Task A_template_is_downloaded_filled_in_and_imported()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        foreach (var format in new[] { "gift", "xlsx", "csv", "json" })
        {
            var template = await administrator.GetAsync($"api/question-bank-template?format={format}");
            Assert.Equal(HttpStatusCode.OK, template.StatusCode);
            Assert.EndsWith($".{format}", template.Content.Headers.ContentDisposition!.FileName!.Trim('"'), StringComparison.Ordinal);
            var imported = await Farmer.JsonOf(
                await PostAsync(host, administrator, $"format={format}&id=from-{format}", await template.Content.ReadAsByteArrayAsync())
            );
            Assert.Equal(1, (int)imported["version"]!);
        }
    }

    [Fact]
    public async Task A_spoiled_file_is_refused_with_its_line_or_imported_whole_and_never_half()
    {
        await using var host = await TestHost.StartAsync(storage, Settings);
        var administrator = await Farmer.SignInAsync(host, Administrator);
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        Assert.All(
            Workbooks,
            workbook => Assert.False(BankImport.Read(BankFormat.Xlsx, workbook(), QuestionPool.Ranked).Refused(out _, out _))
        );
        Assert.False(BankImport.Read(BankFormat.Csv, Encoding.UTF8.GetBytes(Csv), QuestionPool.Ranked).Refused(out _, out _));
        var (refused, imported, slowest) = (0, 0, TimeSpan.Zero);
        for (var i = 0; i < Deep.Of(usually: 60, deep: 2_500); i++)
        {
            var format = Kinds[i % Kinds.Length];
            var file = Spoiled(format, Whole(format, random), random);
            var before = await StateAsync(host);
            var watch = Stopwatch.StartNew();
            var answer = await PostAsync(host, administrator, $"format={format}&id=spoiled", file);
            slowest = watch.Elapsed > slowest ? watch.Elapsed : slowest;
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(2));
            if (answer.StatusCode == HttpStatusCode.UnprocessableEntity)
            {
                refused++;
                var errors = JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["errors"]!.AsObject();
                Assert.NotEmpty(errors);
                Assert.All(errors, error => Assert.StartsWith("line ", error.Key, StringComparison.Ordinal));
                Assert.Equal(before, await StateAsync(host));
                continue;
            }

            imported += answer.StatusCode == HttpStatusCode.Created ? 1 : 0;
            var told = await Farmer.JsonOf(answer);
            var stored = (await Farmer.JsonOf(await administrator.GetAsync("api/question-banks/spoiled?lang=*")))!;
            Assert.Equal((int)told["version"]!, (int)stored["version"]!);
            Assert.Equal((int)told["questions"]!, stored["questions"]!.AsArray().Count);
            Assert.All(stored["questions"]!.AsArray(), question => AssertWhole(question!));
        }

        output.WriteLine($"{refused} refused, {imported} imported, the slowest in {slowest.TotalSeconds:0.000} s");
        Assert.True(refused > 0 && imported > 0);
    }

    private static byte[] WrittenBy(string program) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Banks", "files", program + ".xlsx"));

    private static byte[] Whole(string format, Random random) =>
        format switch
        {
            "xlsx" => random.GetItems(Workbooks, 1)[0](),
            "csv" => random.Next(2) == 0 ? BankTemplate.In(BankFormat.Csv) : Encoding.UTF8.GetBytes(Csv),
            "gift" => Encoding.UTF8.GetBytes(GiftFileTests.Moodle),
            _ => BankTemplate.In(BankFormat.Json),
        };

    private static byte[] Spoiled(string format, byte[] whole, Random random) =>
        format == "xlsx" && random.Next(4) > 0 ? Mutation.OfAPart(whole, random) : Mutation.Of(whole, random);

    private static void AssertWhole(JsonNode question)
    {
        Assert.NotEmpty((string)question["text"]!["zh"]!);
        var options = question["options"]!.AsArray();
        Assert.InRange(options.Count, 2, 10);
        Assert.All(options, option => Assert.NotEmpty((string)option!["text"]!["zh"]!));
        var right = options.Count(option => (bool)option!["right"]!);
        Assert.True((string)question["kind"]! == "multiple" ? right >= 1 : right == 1);
    }

    /// <summary>All banks and all that is kept of them.</summary>
    private static async Task<string> StateAsync(TestHost host)
    {
        var rows = new TableClient(host.ConnectionString, "QuestionBanks").Query<TableEntity>().Select(row => $"{row.RowKey} {row.ETag}");
        var container = new BlobContainerClient(
            host.ConnectionString,
            "reference",
            new BlobClientOptions(BlobClientOptions.ServiceVersion.V2026_06_06)
        );
        var blobs = await container.GetBlobsAsync().Select(blob => $"{blob.Name} {blob.Properties.ETag}").ToListAsync();
        return string.Join('\n', rows.Concat(blobs));
    }

    private static Task<HttpResponseMessage> PostAsync(TestHost host, Farmer administrator, string query, byte[] file)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/question-banks?{query}") { Content = new ByteArrayContent(file) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", administrator.Token);
        return host.Http.SendAsync(request);
    }
}
