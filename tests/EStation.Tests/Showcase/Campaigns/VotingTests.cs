using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using Azure.Data.Tables;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Showcase.Campaigns;

/// <summary>The public vote, at two processes at once.</summary>
public class VotingTests(TestStorage storage)
{
    private static readonly int People = Deep.Of(usually: 25, deep: 200);
    private const int VotesPerDay = 3;
    private static readonly int Rounds = Deep.Of(usually: 1, deep: 3);
    private static readonly RegionCode[] Villages =
    [
        .. new[] { "220102001001", "220102001002", "222401001001" }.Select(code => RegionCode.Parse(code)),
    ];
    private static readonly Dictionary<string, string> NoTimer = new() { ["AzureWebJobs.RollUp.Disabled"] = "true" };

    [Fact]
    public async Task Votes_of_many_people_repeated_and_at_once_at_two_processes_are_exact()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (
                await Farmer.JsonOf(
                    await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), votesPerDay: VotesPerDay))
                )
            )["id"]!;
        var videos = new List<string>();
        for (var number = 0; number < 4; number++)
            videos.Add(await Stage.PublishAsync(host, reviewer, title: $"video {number}", campaign: campaign));
        var voters = await Crowd.GatherAsync(host.ConnectionString, People, Villages);
        var keys = Directory.CreateTempSubdirectory("estation-votes-");
        var hosts = await Task.WhenAll(
            Enumerable.Range(0, 2).Select(_ => HostProcess.StartAsync(host.ConnectionString, keys.FullName, NoTimer))
        );
        await using var one = hosts[0];
        await using var other = hosts[1];

        // Everybody tries all four, each at both processes at once; and, going deep, all that again.
        var answers = new ConcurrentBag<(string Voter, string Video, HttpStatusCode Status)>();
        await Parallel.ForEachAsync(
            voters,
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (voter, _) =>
            {
                for (var round = 0; round < Rounds; round++)
                {
                    await Task.WhenAll(
                        videos.SelectMany(video =>
                            new[] { one, other }.Select(async where =>
                                answers.Add((voter.Id, video, await VoteAsync(where, voter.Token, video)))
                            )
                        )
                    );
                }
            }
        );
        await host.RollUpAsync();

        Assert.Equal(People * 4 * 2 * Rounds, answers.Count);
        Assert.All(answers, answer => Assert.True(answer.Status is HttpStatusCode.OK or HttpStatusCode.Conflict, $"{answer.Status}"));
        var counted = answers
            .Where(answer => answer.Status == HttpStatusCode.OK)
            .Select(answer => (answer.Voter, answer.Video))
            .Distinct()
            .ToList();
        Assert.Equal(People * VotesPerDay, counted.Count);
        Assert.All(counted.GroupBy(vote => vote.Voter), mine => Assert.Equal(VotesPerDay, mine.Count()));
        var stored = new TableClient(host.ConnectionString, "Ledger")
            .Query<TableEntity>("RowKey ge 'vote|' and RowKey lt 'vote}'")
            .ToList();
        Assert.Equal((People, People * VotesPerDay), (stored.Count, stored.Sum(row => row.GetString("Videos").Split(',').Length)));
        var results = (await Farmer.JsonOf(await other.Http.GetAsync($"api/campaigns/{campaign}/results")))["items"]!.AsArray();
        foreach (var video in videos)
            Assert.Equal(
                counted.Count(vote => vote.Video == video),
                (int)results.Single(entry => (string)entry!["id"]! == video)!["votes"]!
            );
        TestContext.Current.SendDiagnosticMessage($"{answers.Count} requests to vote, {counted.Count} votes");
        keys.Delete(recursive: true);
    }

    [Fact]
    public async Task On_the_next_day_there_are_votes_again()
    {
        await using var host = await Stage.StartAsync(storage);
        var reviewer = await Stage.ReviewerAsync(host);
        var campaign = (string)
            (
                await Farmer.JsonOf(
                    await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), votesPerDay: 1, votingCloses: 3))
                )
            )["id"]!;
        string[] videos =
        [
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
            await Stage.PublishAsync(host, reviewer, campaign: campaign),
        ];
        var farmer = await Farmer.SignUpAsync(host);
        for (var day = 0; day < 2; day++)
        {
            Assert.Equal(0, (int)(await Farmer.JsonOf(await farmer.PutAsync($"api/videos/{videos[0]}/vote", new { })))["votesLeft"]!);
            Assert.Equal(
                "vote.none-left",
                await Farmer.RefusalOf(await farmer.PutAsync($"api/videos/{videos[1]}/vote", new { }), HttpStatusCode.Conflict)
            );
            host.Time.Advance(TimeSpan.FromDays(1));
        }

        await host.RollUpAsync();
        Assert.Equal(2, (int)(await Farmer.JsonOf(await host.Http.GetAsync($"api/videos/{videos[0]}")))["votes"]!);
    }

    /// <summary>Votes; where nobody knows yet, repeating tells.</summary>
    private static async Task<HttpStatusCode> VoteAsync(HostProcess where, string token, string video)
    {
        for (var tries = 0; ; tries++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Put, $"api/videos/{video}/vote")
            {
                Headers = { Authorization = new AuthenticationHeaderValue("Bearer", token) },
            };
            using var answer = await where.Http.SendAsync(request);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || tries == 5)
                return answer.StatusCode;
        }
    }
}
