using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Trainings.Attendance;

/// <summary>A course from the door to the certificate: scans, a sheet, completion and what it was worth.</summary>
public class AttendedHoursTests(TestStorage storage)
{
    [Fact]
    public async Task Scans_and_a_sheet_give_the_hours_that_completion_takes_and_certificates_print()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 4, form => new(form) { ["completion"] = new { share = 0.75 } });
        var (whole, late, sheet, absent) = (
            await training.TicketAsync(),
            await training.TicketAsync(),
            await training.TicketAsync(),
            await training.TicketAsync()
        );
        var starts = (await training.SeeAsync())["sessions"]!.AsArray().Select(session => (DateTimeOffset)session!["startsAt"]!).ToList();
        var early = await training.Official.PostAsync($"{training.Path}/complete", new { });
        Assert.Equal("training.not-over", await Farmer.RefusalOf(early, HttpStatusCode.Conflict));
        await training.EndAsync();

        var scans = new[] { In(whole.Ticket, starts[0]), In(late.Ticket, starts[0].AddHours(1.25)), In(whole.Ticket, starts[0]) };
        for (var upload = 0; upload < 2; upload++)
            Assert.Equal(2, (int)(await MarkAsync(training, 1, new { scans }))["present"]!);
        await MarkAsync(training, 1, new { scans = new[] { Out(whole.Ticket, starts[0].AddHours(2.5)) } });
        await training.MarkAsync(2, whole.Ticket, late.Ticket);
        var line = new
        {
            id = await training.EnrolmentOfAsync(sheet.Farmer),
            from = starts[0],
            to = starts[0].AddHours(2),
        };
        await MarkAsync(training, 1, new { enrolments = new[] { line } });
        var outside = await MarkAsync(training, 1, new { scans = new[] { In(absent.Ticket, starts[0].AddDays(-1)) } });
        Assert.Equal(absent.Ticket, (string)outside["outside"]![0]!);

        var roster = (await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments")))["items"]!.AsArray();
        Assert.Equal([5.5, 4.75, 2, 0], roster.Select(entry => (double)entry!["attendedHours"]!));
        Assert.True((bool)roster[1]!["stays"]![0]!["late"]!);
        var completed = (await training.CompleteAsync(new { }))["items"]!.AsArray();
        Assert.Equal([5.5, 4.5], completed.Select(item => (double)item!["attendedHours"]!));
        var drawn = await host.Http.GetStringAsync($"api/certificates/{completed[1]!["certificate"]}?format=svg");
        Assert.Contains("4.5", drawn, StringComparison.Ordinal);
        var lacking = await training.Official.PostAsync($"{training.Path}/complete", new { enrolments = new[] { line.id } });
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(lacking, HttpStatusCode.UnprocessableEntity));

        await GiveFeedbackAsync(training, whole.Farmer, 5, "讲得清楚");
        var summary = await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/summary"));
        Assert.Equal(
            (4, 3, 1, 12.25, 2, 0.667),
            (
                (int)summary["confirmed"]!,
                (int)summary["attended"]!,
                (int)summary["noShows"]!,
                (double)summary["attendedHours"]!,
                (int)summary["completed"]!,
                (double)summary["completionRate"]!
            )
        );
        Assert.Null(summary["satisfaction"]);
        Assert.Equal("讲得清楚", (string)summary["comments"]![0]!);
    }

    [Fact]
    public async Task Five_answers_give_a_satisfaction_and_four_do_not()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var people = new List<(Farmer Farmer, string Ticket)>();
        for (var i = 0; i < 5; i++)
            people.Add(await training.TicketAsync());
        await training.EndAsync();
        await training.MarkAsync(1, [.. people.Select(one => one.Ticket)]);
        for (var i = 0; i < 5; i++)
        {
            var before = await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/summary"));
            Assert.Null(before["satisfaction"]);
            await GiveFeedbackAsync(training, people[i].Farmer, i + 1, null);
        }

        var summary = await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/summary"));
        Assert.Equal(3, (double)summary["satisfaction"]!);
        Assert.Equal([1, 1, 1, 1, 1], summary["ratings"]!.AsArray().Select(count => (int)count!));
    }

    [Fact]
    public async Task A_teacher_names_those_who_pass_where_the_course_says_so()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, change: form => new(form) { ["completion"] = new { share = 0.5, mark = true } });
        var one = await training.TicketAsync();
        await training.EndAsync();
        await training.MarkAsync(1, one.Ticket);
        var unnamed = await training.Official.PostAsync($"{training.Path}/complete", new { });
        Assert.Equal("fields.invalid", await Farmer.RefusalOf(unnamed, HttpStatusCode.UnprocessableEntity));
        var named = await training.CompleteAsync(new { enrolments = new[] { await training.EnrolmentOfAsync(one.Farmer) } });
        Assert.Single(named["items"]!.AsArray());
    }

    private static object In(string ticket, DateTimeOffset at) =>
        new
        {
            ticket,
            at,
            direction = "in",
        };

    private static object Out(string ticket, DateTimeOffset at) =>
        new
        {
            ticket,
            at,
            direction = "out",
        };

    private static async Task<JsonNode> MarkAsync(Class training, int session, object body) =>
        await Farmer.JsonOf(await training.Official.PutAsync($"{training.Path}/sessions/{session}/attendance", body));

    private static async Task GiveFeedbackAsync(Class training, Farmer farmer, int rating, string? comment) =>
        await Farmer.JsonOf(await farmer.PutAsync($"{training.Path}/feedback", new { rating, comment }));
}
