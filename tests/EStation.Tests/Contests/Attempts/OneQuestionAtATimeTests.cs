using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>A contest whose server keeps the time of each question: over HTTP, with lost answers, two hosts, and people who look ahead.</summary>
public class OneQuestionAtATimeTests(TestStorage storage)
{
    private const int Questions = 8;
    private static readonly string[] None = [];
    private static readonly string[] First = ["1"];
    private static readonly string[] Second = ["2"];
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(60);

    [Fact]
    public async Task Each_question_comes_when_the_one_before_is_answered_and_costs_one_write()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        host.Meter.Reset();
        var paper = await farmer.StartAsync(contest);
        Assert.Equal(1, host.Meter.Writes);
        var shown = new List<string> { (string)Assert.Single(paper["questions"]!.AsArray())!["id"]! };
        var started = host.Time.GetUtcNow();
        for (var number = 1; number <= Questions; number++)
        {
            host.Time.Advance(TimeSpan.FromSeconds(20));
            host.Meter.Reset();
            var next = await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, number, First));
            Assert.Equal(1, host.Meter.Writes);
            Assert.Equal((number + 1, Questions), ((int)next["number"]!, (int)next["of"]!));
            if (number < Questions)
                shown.Add((string)next["id"]!);
            else
                Assert.Null(next["id"]);
        }

        host.Time.Advance(TimeSpan.FromHours(1)); // the network was away: all answers are there already
        host.Meter.Reset();
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, new { }, contest));
        Assert.Equal(1, host.Meter.Writes);
        Assert.True((bool)result["ranked"]!);
        Assert.Equal(Questions * 20_000, (int)result["elapsedMs"]!);
        Assert.Equal(shown, result["review"]!.AsArray().Select(review => (string)review!["id"]!));
        Assert.All(result["review"]!.AsArray(), review => Assert.Equal(First, review!["given"]!.AsArray().Select(id => (string)id!)));
        var again = await Farmer.JsonOf(await farmer.SubmitAsync(paper, new { }, contest));
        Assert.Equal(result.ToJsonString(), again.ToJsonString());
        Assert.Equal(started, (DateTimeOffset)paper["startedAt"]!, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task A_question_whose_time_is_over_counts_as_unanswered_and_the_next_has_its_whole_time()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(contest);
        host.Time.Advance(Seconds + ClosedQuestion.Grace + TimeSpan.FromMilliseconds(1));
        var second = await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 1, First));
        Assert.Equal((DateTimeOffset)second["handedOutAt"]! + Seconds, (DateTimeOffset)second["deadline"]!);
        host.Time.Advance(Seconds + ClosedQuestion.Grace);
        var third = await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 2, First));
        Assert.Equal(3, (int)third["number"]!);
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, new { }, contest));
        Assert.Equal([0, 1], Enumerable.Range(0, 2).Select(at => result["review"]![at]!["given"]!.AsArray().Count));
    }

    [Fact]
    public async Task A_lost_answer_or_a_killed_host_gives_the_same_question_with_its_first_time()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(contest);
        var first = await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 1, First));
        await using (
            var other = await TestHost.StartAsync(
                storage,
                connectionString: host.ConnectionString,
                now: host.Time.GetUtcNow().AddSeconds(30)
            )
        )
        {
            var elsewhere = farmer.On(other);
            foreach (var repeated in new[] { First, None })
                Assert.Equal(
                    first.ToJsonString(),
                    (await Farmer.JsonOf(await AnswerAsync(elsewhere, contest, paper, 1, repeated))).ToJsonString()
                );
            Assert.Equal(
                "question.answered",
                await Farmer.RefusalOf(await AnswerAsync(elsewhere, contest, paper, 1, Second), HttpStatusCode.Conflict)
            );
        }

        var lost = 0;
        host.Meter.Faults = (request, when) =>
            when == When.AfterSending && request.Method.Method == "POST" && Interlocked.Increment(ref lost) == 1
                ? Fault.Disconnect
                : Fault.None;
        var second = await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 2, First));
        Assert.True(lost > 1, "Nothing was lost: that proves little.");
        host.Time.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(second.ToJsonString(), (await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 2, First))).ToJsonString());
        var resumed = await Farmer.JsonOf(await farmer.GetAsync(PathOf(contest, paper)));
        Assert.Equal(second.ToJsonString(), resumed["turn"]!.ToJsonString());
    }

    [Fact]
    public async Task Two_answers_at_two_hosts_are_one_and_both_get_the_same_next_question()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        await using var other = await TestHost.StartAsync(storage, connectionString: host.ConnectionString, now: host.Time.GetUtcNow());
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(contest);
        for (var number = 1; number <= Questions; number++)
        {
            var both = await Task.WhenAll(
                AnswerAsync(farmer, contest, paper, number, First),
                AnswerAsync(farmer.On(other), contest, paper, number, number % 2 == 0 ? First : Second)
            );
            var accepted = both.Where(answer => answer.IsSuccessStatusCode).ToList();
            Assert.Equal(number % 2 == 0 ? 2 : 1, accepted.Count);
            Assert.Single((await Task.WhenAll(accepted.Select(answer => answer.Content.ReadAsStringAsync()))).Distinct());
        }
    }

    [Fact]
    public async Task Nobody_sees_a_question_before_its_turn()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var stranger = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(contest);
        var told = new List<string> { paper.ToJsonString() };
        for (var number = 2; number <= Questions + 1; number++)
            foreach (var options in new object?[] { First, None, null, new[] { "999" } })
                told.Add(await TextOfAsync(farmer.PutAsync($"{PathOf(contest, paper)}/questions/{number}", new { options })));
        foreach (var number in new[] { "0", "-1", "x", "1.5", "99999999999", "2%00" })
            told.Add(await TextOfAsync(farmer.PutAsync($"{PathOf(contest, paper)}/questions/{number}", new { options = First })));
        told.Add(await TextOfAsync(AnswerAsync(farmer, contest, paper, 1, None)));
        told.Add(await TextOfAsync(AnswerAsync(farmer, contest, paper, 1, ["999"])));
        told.Add(await TextOfAsync(AnswerAsync(stranger, contest, paper, 1, First)));
        told.Add(await TextOfAsync(farmer.GetAsync(PathOf(contest, paper))));
        told.Add(await TextOfAsync(farmer.GetAsync($"api/contests/{contest}/attempts")));
        told.Add(await TextOfAsync(farmer.PostAsync($"api/contests/{contest}/attempts")));
        told.Add(await TextOfAsync(farmer.GetAsync("api/today")));
        told.Add(await TextOfAsync(farmer.GetAsync("api/me/data")));
        told.Add(await TextOfAsync(farmer.GetAsync($"api/contests/{contest}/practice?count=100")));

        var own = (string)paper["questions"]![0]!["id"]!;
        var bank = (await host.Get<ContestTable>().FindAsync(contest))!.Bank;
        Assert.All(
            bank.Ranked.Where(question => question.Id != own),
            question => Assert.DoesNotContain(told, text => text.Contains(question.Text.Zh, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task Answers_in_a_submission_change_nothing_and_other_contests_have_no_turns()
    {
        await using var host = await TestHost.StartAsync(storage);
        var contest = await PublishAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync(contest);
        await Farmer.JsonOf(await AnswerAsync(farmer, contest, paper, 1, First));
        var foreign = new Dictionary<string, string[]> { [(string)paper["questions"]![0]!["id"]!] = Second, ["no-such"] = First };
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, foreign, contest));
        Assert.Equal(First, result["review"]![0]!["given"]!.AsArray().Select(id => (string)id!));
        await AnswerAsync(farmer, contest, paper, 2, First);
        Assert.Equal(result.ToJsonString(), (await Farmer.JsonOf(await farmer.SubmitAsync(paper, new { }, contest))).ToJsonString());

        var usual = await farmer.StartAsync();
        var path = $"api/contests/{Farmer.Contest}/attempts/{usual["attempt"]}/questions/1";
        Assert.Equal("not-found", await Farmer.RefusalOf(await farmer.PutAsync(path, new { options = First }), HttpStatusCode.NotFound));
    }

    private static Task<string> PublishAsync(TestHost host) =>
        OwnContests.PublishAsync(host, "one-by-one", rules => rules with { PerQuestion = true });

    private static string PathOf(string contest, JsonNode paper) => $"api/contests/{contest}/attempts/{paper["attempt"]}";

    private static Task<HttpResponseMessage> AnswerAsync(Farmer farmer, string contest, JsonNode paper, int number, string[] options) =>
        farmer.PutAsync($"{PathOf(contest, paper)}/questions/{number.ToString(CultureInfo.InvariantCulture)}", new { options });

    private static async Task<string> TextOfAsync(Task<HttpResponseMessage> answer) => await (await answer).Content.ReadAsStringAsync();
}
