using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Today;

/// <summary>The first page over HTTP: what everybody sees, and what a caller can do.</summary>
public class TodayTests(TestStorage storage, ITestOutputHelper output)
{
    private const int MostReads = 8;

    [Fact]
    public async Task Everybody_sees_what_is_going_on_and_a_cache_may_keep_it()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await host.RollUpAsync();
        var answer = await host.Http.GetAsync("api/today");
        var today = await Farmer.JsonOf(answer);
        Assert.Equal(Farmer.Contest, (string)today["contests"]![0]!["id"]!);
        Assert.Equal("open", (string)today["contests"]![0]!["state"]!);
        Assert.Equal((8, 480), ((int)today["contests"]![0]!["questions"]!, (int)today["contests"]![0]!["seconds"]!));
        Assert.Equal(training.Id, (string)today["trainings"]![0]!["id"]!);
        Assert.Equal("22", (string)today["trainingsIn"]!["code"]!);
        Assert.Equal(0, (int)today["unread"]!);
        Assert.Null(today["attempt"]);
        Assert.Null(today["ticket"]);

        Assert.True(answer.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 });
        Assert.Contains("Authorization", answer.Headers.Vary);
        var again = new HttpRequestMessage(HttpMethod.Get, "api/today") { Headers = { IfNoneMatch = { answer.Headers.ETag! } } };
        Assert.Equal(HttpStatusCode.NotModified, (await host.Http.SendAsync(again)).StatusCode);
    }

    [Fact]
    public async Task A_caller_sees_what_to_do_today_and_pays_at_most_eight_reads()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var ticket = (string)(await training.SignUpAsync(farmer))["ticket"]!;
        await host.RollUpAsync();
        Assert.Equal("ready", (string)(await TodayAsync(farmer))["attempt"]!["state"]!);
        var paper = await farmer.StartAsync();
        Assert.Equal("open", (string)(await TodayAsync(farmer))["attempt"]!["state"]!);
        (await farmer.SubmitAsync(paper, Farmer.Guess(paper))).EnsureSuccessStatusCode();

        // The person is read again; what a county shares has been read for a neighbour.
        var neighbour = await Farmer.SignUpAsync(host);
        await training.SignUpAsync(neighbour);
        host.Time.Advance(TimeSpan.FromMinutes(2));
        await TodayAsync(neighbour);
        host.Meter.Reset();
        var answer = await farmer.GetAsync("api/today");
        output.WriteLine(string.Join("\n", host.Meter.Requests));
        Assert.InRange(host.Meter.Reads, 1, MostReads);
        Assert.Equal(0, host.Meter.Writes);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.Null(answer.Headers.ETag);
        var today = await Farmer.JsonOf(answer);
        Assert.Equal("done", (string)today["attempt"]!["state"]!);
        Assert.Equal((string)paper["attempt"]!, (string)today["attempt"]!["attempt"]!);
        Assert.Equal(Day.Of(host.Time.GetUtcNow()).End, (DateTimeOffset)today["attempt"]!["againFrom"]!);
        Assert.Equal(ticket, (string)today["ticket"]!["ticket"]!);
        Assert.Equal("confirmed", (string)today["ticket"]!["state"]!);
        Assert.Equal("220102", (string)today["trainingsIn"]!["code"]!);
    }

    [Fact]
    public async Task A_sign_up_that_was_withdrawn_has_no_ticket_and_one_by_another_has()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var (head, relative) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await training.SignUpAsync(head);
        await training.SignUpAsync(head, new { people = new[] { new { phone = relative.Phone, name = "王大力" } } });
        await host.RollUpAsync();
        var ticket = (await TodayAsync(relative))["ticket"]!;
        Assert.True((bool)ticket["isByAnother"]!);
        Assert.NotNull((await TodayAsync(head))["ticket"]);
        (await head.DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();
        Assert.Null((await TodayAsync(head))["ticket"]);
    }

    [Fact]
    public async Task A_course_under_way_shows_its_next_session_and_one_that_is_over_nothing()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (farmer, _) = await training.TicketAsync();
        await host.RollUpAsync();
        host.Time.Advance(TimeSpan.FromDays(3) + TimeSpan.FromHours(14));
        var (_, until) = await SpanAsync(farmer);
        host.Time.Advance(TimeSpan.FromDays(1));
        var (next, _) = await SpanAsync(farmer);
        Assert.True(next is null || next > until);
        host.Time.Advance(TimeSpan.FromDays(2));
        Assert.Null((await SpanAsync(farmer)).Start);
    }

    [Fact]
    public async Task Who_has_no_village_is_asked_for_it_and_who_has_a_bad_token_is_refused()
    {
        await using var host = await TestHost.StartAsync(storage);
        var stranger = await Farmer.SignInAsync(host, Farmer.NewPhone());
        Assert.Equal("profileNeeded", (string)(await TodayAsync(stranger))["attempt"]!["state"]!);
        var bad = Farmer.By(host.Http, ("x", "not-a-token"));
        Assert.Equal("token.invalid", await Farmer.RefusalOf(await bad.GetAsync("api/today"), HttpStatusCode.Unauthorized));
    }

    private static async Task<JsonNode> TodayAsync(Farmer farmer) => await Farmer.JsonOf(await farmer.GetAsync("api/today"));

    private static async Task<(DateTimeOffset? Start, DateTimeOffset? End)> SpanAsync(Farmer farmer) =>
        (await TodayAsync(farmer))["ticket"] is { } ticket
            ? ((DateTimeOffset)ticket["startsAt"]!, (DateTimeOffset)ticket["endsAt"]!)
            : (null, null);
}
