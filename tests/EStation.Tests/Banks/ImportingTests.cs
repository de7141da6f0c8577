using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using EStation.Testing;

namespace EStation.Banks;

/// <summary>Files brought by an administrator, over HTTP, and what is in storage afterwards.</summary>
public class ImportingTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Administrator = "13900000001";
    private static readonly string[] Programs = ["libreoffice", "sheetjs-inline", "sheetjs-shared", "exceljs-stream"];
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
        var whole = new Dictionary<string, byte[]>
        {
            ["gift"] = Encoding.UTF8.GetBytes(GiftTests.Moodle),
            ["csv"] = BankTemplate.In(BankFormat.Csv),
            ["json"] = BankTemplate.In(BankFormat.Json),
        };
        var (refused, imported) = (0, 0);
        for (var i = 0; i < Deep.Of(usually: 60, deep: 1_000); i++)
        {
            var format = i % 2 == 0 ? "xlsx" : whole.Keys.ElementAt(i / 2 % whole.Count);
            var file =
                format == "xlsx" ? Spoiled(WrittenBy(Programs[i / 2 % Programs.Length]), random) : Mutation.Of(whole[format], random);
            var before = await StateAsync(host);
            var answer = await PostAsync(host, administrator, $"format={format}&id=spoiled", file);
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

        output.WriteLine($"{refused} refused, {imported} imported");
        Assert.True(refused > 0 && imported > 0);
    }

    private static byte[] WrittenBy(string program) =>
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Banks", "files", program + ".xlsx"));

    private static byte[] Spoiled(byte[] workbook, Random random) =>
        random.Next(4) == 0 ? Mutation.Of(workbook, random) : Mutation.OfAPart(workbook, random);

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
