using System.Net;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using EStation.Counting;
using EStation.Ledger;
using EStation.Statistics.Reconciliation;
using EStation.Testing;
using EStation.Trainings.Certificates;

namespace EStation.Trainings;

/// <summary>Attendance, completion, certificates and feedback, over HTTP.</summary>
public class HoldingATrainingTests(TestStorage storage)
{
    private static readonly string[] Nobody = ["nobody"];

    [Fact]
    public async Task Scanned_tickets_add_up_however_often_and_from_wherever_they_come_and_unknown_ones_are_named()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        var (first, second, waiting) = (await training.TicketAsync(), await training.TicketAsync(), await training.TicketAsync());
        var other = await Class.AnnounceAsync(host, capacity: 3);
        var foreign = await other.TicketAsync();

        var answers = await Task.WhenAll(
            training.MarkAsync(1, first.Ticket, second.Ticket, waiting.Ticket, "nonsense", foreign.Ticket),
            training.MarkAsync(1, second.Ticket, first.Ticket)
        );
        Assert.Equal([waiting.Ticket, "nonsense", foreign.Ticket], answers[0]["unknown"]!.AsArray().Select(ticket => (string)ticket!));
        Assert.Empty(answers[1]["unknown"]!.AsArray());
        Assert.Equal(2, (int)(await training.MarkAsync(1, first.Ticket))["present"]!);
        Assert.Equal(1, (int)(await training.MarkAsync(2, first.Ticket))["present"]!);
        Assert.Equal(3, (await TallyAsync(training, host)).Attendances);
        Assert.Equal(
            new[] { (1, first), (1, second), (2, first) }
                .Select(there => TrainingKeys.Attendance(training.Id, there.Item1, there.Item2.Farmer.Id))
                .Order(StringComparer.Ordinal),
            KeysOf(host, TrainingKeys.Attendances(training.Id))
        );
    }

    [Fact]
    public async Task A_correction_takes_back_what_was_counted_and_a_new_scan_counts_again()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (_, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var path = $"{training.Path}/sessions/1/attendance/{ticket}";
        Assert.Equal(HttpStatusCode.NoContent, (await training.Official.DeleteAsync(path)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await training.Official.DeleteAsync(path)).StatusCode);
        Assert.Equal(0, (await TallyAsync(training, host)).Attendances);
        Assert.Equal(1, (int)(await training.MarkAsync(1, ticket))["present"]!);
        Assert.Equal(1, (await TallyAsync(training, host)).Attendances);
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(
                await training.Official.PutAsync($"{training.Path}/sessions/3/attendance", new { tickets = new[] { ticket } }),
                HttpStatusCode.NotFound
            )
        );
    }

    [Fact]
    public async Task Who_attended_long_enough_gets_a_certificate_once_that_anybody_can_check()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 3);
        var (diligent, lazy) = (await training.TicketAsync(), await training.TicketAsync());
        await training.MarkAsync(1, diligent.Ticket, lazy.Ticket);
        await training.MarkAsync(2, diligent.Ticket);

        var completed = await training.CompleteAsync(new { });
        var item = Assert.Single(completed["items"]!.AsArray())!;
        var enrolled = await Farmer.JsonOf(await diligent.Farmer.GetAsync($"{training.Path}/enrolments/me"));
        Assert.Equal(((string)enrolled["enrolment"]!, 6.0), ((string)item["enrolment"]!, (double)item["attendedHours"]!));
        Assert.True(JsonNode.DeepEquals(completed, await training.CompleteAsync(new { minHours = 6 })));
        var number = (string)item["certificate"]!;

        var certificate = await Farmer.JsonOf(await host.Http.GetAsync($"api/certificates/{number}"));
        Assert.Equal(("王**", true, 6), ((string)certificate["holder"]!, (bool)certificate["valid"]!, (int)certificate["hours"]!));
        var forged = number[..^1] + (number[^1] == '0' ? '1' : '0');
        Assert.Equal("not-found", await Farmer.RefusalOf(await host.Http.GetAsync($"api/certificates/{forged}"), HttpStatusCode.NotFound));
        Assert.Equal(
            number,
            (string)(await Farmer.JsonOf(await diligent.Farmer.GetAsync("api/me/trainings")))["items"]![0]!["certificate"]!
        );

        var late = await Farmer.JsonOf(await lazy.Farmer.GetAsync($"{training.Path}/enrolments/me"));
        await training.CompleteAsync(new { enrolments = new[] { (string)late["enrolment"]! } });
        Assert.Equal(
            new TrainingTally
            {
                SignUps = 2,
                Attendances = 3,
                Completions = 2,
                Hours = 9,
            },
            await TallyAsync(training, host)
        );
        var unknown = await training.Official.PostAsync($"{training.Path}/complete", new { enrolments = Nobody });
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(unknown, HttpStatusCode.UnprocessableEntity));
    }

    [Fact]
    public async Task A_number_can_be_neither_guessed_nor_made_without_the_secret()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var number = (string)(await training.CompleteAsync(new { minHours = 1 }))["items"]![0]!["certificate"]!;
        Assert.Matches("^220102[0-9A-HJKMNP-TV-Z]{10}$", number);

        // Whoever knows how it is made, the training and the person, and not the secret; one letter changed at each place; another county;
        // another person.
        var forger = new CertificateNumbers(new Identity.Secrets(new Identity.SecretsOptions(new byte[32], null)));
        string[] forged =
        [
            forger.Of(training.Id, farmer.Id),
            "220103" + number[6..],
            host.Get<CertificateNumbers>().Of(training.Id, training.Official.Id),
            number[..^1],
            number + "0",
            .. Enumerable
                .Range(0, number.Length)
                .Where(at => at >= 6)
                .Select(at => number[..at] + (number[at] == '7' ? '8' : '7') + number[(at + 1)..]),
        ];
        foreach (var guess in forged)
            Assert.Equal(
                "not-found",
                await Farmer.RefusalOf(await host.Http.GetAsync($"api/certificates/{guess}"), HttpStatusCode.NotFound)
            );
        var typed = number.ToLowerInvariant().Replace('0', 'o').Insert(6, " - ");
        Assert.Equal(number, (string?)(await Farmer.JsonOf(await host.Http.GetAsync($"api/certificates/{typed}")))["number"]);
        Assert.Equal([TrainingKeys.Certificate(number)], KeysOf(host, "certificate|"));
        Assert.Equal([TrainingKeys.Completion(training.Id, farmer.Id)], KeysOf(host, "completion|"));
    }

    [Fact]
    public async Task A_training_goes_into_a_calendar_in_ones_language_and_out_of_it_when_it_is_cancelled()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var file = await host.Http.GetAsync($"{training.Path}/calendar?lang=ko");
        Assert.Equal(
            ("text/calendar", $"{training.Id}.ics"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.FileName!.Trim('"'))
        );
        var text = (await file.Content.ReadAsStringAsync()).Replace("\r\n ", "", StringComparison.Ordinal);
        Assert.Equal(2, text.Split("BEGIN:VEVENT").Length - 1);
        Assert.Contains("SUMMARY:벼 병해충 친환경 방제 (1/2)\r\n", text, StringComparison.Ordinal);
        var starts = (DateTimeOffset)(await training.SeeAsync())["sessions"]![0]!["startsAt"]!;
        Assert.Contains($"DTSTART:{starts.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}\r\n", text, StringComparison.Ordinal);
        await training.Official.DeleteAsync(training.Path);
        host.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("STATUS:CANCELLED", await host.Http.GetStringAsync($"{training.Path}/calendar"), StringComparison.Ordinal);
        Assert.NotEqual(file.Headers.ETag, (await host.Http.GetAsync($"{training.Path}/calendar?lang=ko")).Headers.ETag);
    }

    [Fact]
    public async Task A_certificate_is_printed_in_two_languages_with_the_full_name_for_its_holder_alone()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var number = (string)(await training.CompleteAsync(new { minHours = 1 }))["items"]![0]!["certificate"]!;

        var page = await host.Http.GetAsync($"api/certificates/{number}?format=html");
        Assert.Equal("text/html", page.Content.Headers.ContentType?.MediaType);
        var html = await page.Content.ReadAsStringAsync();
        Assert.Contains("水稻病虫害绿色防控", html, StringComparison.Ordinal);
        Assert.Contains("벼 병해충 친환경 방제", html, StringComparison.Ordinal);
        Assert.Contains("王**", html, StringComparison.Ordinal);
        Assert.DoesNotContain("王小明", html, StringComparison.Ordinal);
        Assert.Contains(new QrCode($"{host.Http.BaseAddress}api/certificates/{number}?format=html").Path, html, StringComparison.Ordinal);
        var own = await (await farmer.GetAsync($"api/certificates/{number}?format=svg")).Content.ReadAsStringAsync();
        Assert.Contains("王小明", own, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(own);
    }

    [Fact]
    public async Task A_revoked_certificate_says_so_and_stays_revoked()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        var number = (string)(await training.CompleteAsync(new { minHours = 1 }))["items"]![0]!["certificate"]!;
        var neighbour = await Farmer.SignUpAsync(host);
        await training.Official.PostAsync(
            "api/grants",
            new
            {
                phone = neighbour.Phone,
                role = "official",
                region = "220103",
            }
        );
        foreach (var outsider in new[] { farmer, neighbour })
            Assert.Equal(
                "role.missing",
                await Farmer.RefusalOf(
                    await outsider.DeleteAsync($"api/certificates/{number}", new { reason = "不认可" }),
                    HttpStatusCode.Forbidden
                )
            );
        Assert.True((bool)(await Farmer.JsonOf(await host.Http.GetAsync($"api/certificates/{number}")))["valid"]!);
        Assert.Equal(
            HttpStatusCode.NoContent,
            (await training.Official.DeleteAsync($"api/certificates/{number}", new { reason = "代签到" })).StatusCode
        );
        await training.CompleteAsync(new { minHours = 1 });
        Assert.False((bool)(await Farmer.JsonOf(await host.Http.GetAsync($"api/certificates/{number}")))["valid"]!);
        Assert.Contains(
            "已撤销 · 취소됨",
            await host.Http.GetStringAsync($"api/certificates/{number}?format=html"),
            StringComparison.Ordinal
        );
        var row = Assert.Single(
            new TableClient(host.ConnectionString, LedgerAccounts.TableName).Query<TableEntity>(row =>
                row.RowKey == TrainingKeys.Certificate(number)
            )
        );
        Assert.Contains("代签到", row.GetString("Certificate"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_is_for_those_who_were_there_and_the_last_word_counts()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        var path = $"{training.Path}/feedback";
        Assert.Equal(
            "training.not-attended",
            await Farmer.RefusalOf(await farmer.PutAsync(path, new { rating = 5 }), HttpStatusCode.Forbidden)
        );
        await training.MarkAsync(2, ticket);
        await Farmer.JsonOf(await farmer.PutAsync(path, new { rating = 5, comment = "很好" }));
        await Farmer.JsonOf(await farmer.PutAsync(path, new { rating = 3, comment = "时间太短" }));
        Assert.Equal(
            "fields.invalid",
            await Farmer.RefusalOf(await farmer.PutAsync(path, new { rating = 6 }), HttpStatusCode.UnprocessableEntity)
        );
        var entry = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]![0]!;
        Assert.Equal((3, "时间太短"), ((int)entry["rating"]!, (string)entry["comment"]!));
    }

    [Fact]
    public async Task A_ticket_is_always_the_same_and_can_be_shown_as_a_QR_code()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, ticket) = await training.TicketAsync();
        Assert.Equal(ticket, (string)(await Farmer.JsonOf(await farmer.GetAsync($"{training.Path}/enrolments/me")))["ticket"]!);
        var qr = await farmer.GetAsync($"{training.Path}/enrolments/me?format=svg");
        Assert.Equal("image/svg+xml", qr.Content.Headers.ContentType?.MediaType);
        Assert.Equal(new QrCode(ticket).ToSvg(), await qr.Content.ReadAsStringAsync());
        var stranger = await Farmer.SignUpAsync(host);
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await stranger.GetAsync($"{training.Path}/enrolments/{farmer.Id}"), HttpStatusCode.NotFound)
        );
    }

    [Fact]
    public async Task The_statistics_agree_with_a_recount_and_would_not_if_a_record_were_lost()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 2);
        var (first, ticket) = await training.TicketAsync();
        var (second, other) = await training.TicketAsync();
        await training.MarkAsync(1, ticket, other);
        await training.Official.DeleteAsync($"{training.Path}/sessions/1/attendance/{other}");
        var since = Day.Of(host.Time.GetUtcNow());
        await second.DeleteAsync($"{training.Path}/enrolments/me");
        await training.SignUpAsync(second);
        await training.CompleteAsync(new { minHours = 1 });
        await host.RollUpAsync();

        var county = TrainingKeys.CountyOf(training.Id);
        var compared = await host.Get<Reconciler>().CompareAsync(county, since);
        Assert.Equal((0, 0), (compared.Differences.Count, compared.Unsettled));
        Assert.True(compared.Rows > 0);
        await new TableClient(host.ConnectionString, LedgerAccounts.TableName).DeleteEntityAsync(
            county.Value,
            TrainingKeys.Attendance(training.Id, 1, first.Id)
        );
        Assert.Contains(
            (await host.Get<Reconciler>().CompareAsync(county, since)).Differences,
            difference => difference.Metric == Metric.TrainingAttendances
        );
    }

    private static IEnumerable<string> KeysOf(TestHost host, string prefix) =>
        new TableClient(host.ConnectionString, LedgerAccounts.TableName)
            .Query<TableEntity>($"RowKey ge '{prefix}' and RowKey lt '{prefix}~'")
            .Select(row => row.RowKey)
            .Order(StringComparer.Ordinal);

    private static async Task<TrainingTally> TallyAsync(Class training, TestHost host)
    {
        await host.RollUpAsync();
        var row = await host.Get<LedgerTable>()
            .FindAsync(TrainingKeys.CountyOf(training.Id), FoldTable.TotalPrefix + TrainingCells.RowOf(training.Id));
        return TrainingTally.Read(row!.GetBinaryData(TrainingCells.TallyColumn));
    }
}
