using System.Net;
using EStation.Contests;
using EStation.People;
using EStation.Showcase;
using EStation.Testing;

namespace EStation.Privacy;

/// <summary>
/// Limits are of the phone, whatever is erased and signed up anew: at two hosts of one storage, one of which never comes to know of an erasure,
/// since its clock stands still.
/// </summary>
public class LimitsOfAPhoneTests(TestStorage storage, ITestOutputHelper output)
{
    private static readonly string[] Villages = ["220102001001", "222401001001"];
    private static readonly Dictionary<string, string?> Settings = new(Stage.Settings)
    {
        ["SignIn:PerPhonePerHour"] = "1000",
        ["SignIn:PerAddressPerMinute"] = "100000",
    };

    [Fact]
    public async Task In_whatever_order_erasing_old_tokens_and_signing_up_anew_come_nothing_is_used_twice()
    {
        await using var one = await TestHost.StartAsync(storage, Settings);
        await using var other = await TestHost.StartAsync(storage, Settings, one.ConnectionString);
        var twice = await OwnContests.PublishAsync(one, "twice", rules => rules with { AttemptsPerDay = 2 });
        var votes = await VotesAsync(one);
        for (var seed = 0; seed < Deep.Of(usually: 3, deep: 150); seed++)
        {
            var run = new Run(one, other, twice, votes, new Random(seed));
            await run.GoAsync(steps: 14);
            output.WriteLine($"seed {seed}: {run.Story}");
            Assert.True(run.Ranked <= 1 && run.RankedInTwice <= 2 && run.Votes <= 2, $"seed {seed}: {run.Story}");
        }
    }

    [Fact]
    public async Task While_the_old_token_is_used_without_pause_elsewhere_erasing_leaves_the_phone_one_attempt()
    {
        await using var one = await TestHost.StartAsync(storage, Settings);
        await using var other = await TestHost.StartAsync(storage, Settings, one.ConnectionString);
        for (var round = 0; round < Deep.Of(usually: 4, deep: 200); round++)
        {
            var farmer = await Farmer.SignUpAsync(one);
            var there = farmer.On(other);
            await Farmer.JsonOf(await there.GetAsync("api/me"));
            var old = Task.Run(async () =>
            {
                await Task.Delay(Random.Shared.Next(60));
                return await SitAsync(there, Farmer.Contest);
            });
            Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
            var anew = await Farmer.SignUpAsync(one, Villages[round % 2], phone: farmer.Phone);
            var ranked = await Task.WhenAll(old, SitAsync(anew, Farmer.Contest), SitAsync(there, Farmer.Contest));
            Assert.Single(ranked, isRanked => isRanked);
        }
    }

    [Fact]
    public async Task A_place_that_is_named_elsewhere_while_erasing_goes_on_is_looked_at_too()
    {
        await using var one = await TestHost.StartAsync(storage, Settings);
        await using var other = await TestHost.StartAsync(storage, Settings, one.ConnectionString);
        var farmer = await Farmer.SignInAsync(one, Farmer.NewPhone());
        var there = farmer.On(other);
        var ranked = false;
        one.Meter.Hold = async request =>
        {
            // The erasure is about to begin, and has read a profile without a place.
            if (request.Method != Azure.Core.RequestMethod.Post || !request.Uri.Path.Contains("Erasures", StringComparison.Ordinal))
                return;
            one.Meter.Hold = _ => Task.CompletedTask;
            (await there.PutAsync("api/me", Profile)).EnsureSuccessStatusCode();
            ranked = await SitAsync(there, Farmer.Contest);
        };
        Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
        Assert.True(ranked);
        var anew = await Farmer.SignUpAsync(one, Villages[1], phone: farmer.Phone);
        Assert.Equal(
            "attempt.none-left",
            await Farmer.RefusalOf(await anew.PostAsync($"api/contests/{Farmer.Contest}/attempts"), HttpStatusCode.Conflict)
        );
    }

    [Fact]
    public async Task A_contest_that_is_published_after_an_erasure_is_shut_to_the_old_token()
    {
        await using var one = await TestHost.StartAsync(storage, Settings);
        await using var other = await TestHost.StartAsync(storage, Settings, one.ConnectionString);
        var farmer = await Farmer.SignUpAsync(one);
        (await other.Http.GetAsync("api/contests")).EnsureSuccessStatusCode();
        other.Time.Advance(TimeSpan.FromSeconds(30));
        var there = farmer.On(other);
        await Farmer.JsonOf(await there.GetAsync("api/me")); // who is erased is known as of now, and for a minute
        await farmer.DeleteAsync("api/me");
        var contest = await OwnContests.PublishAsync(one);
        other.Time.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal(
            "token.invalid",
            await Farmer.RefusalOf(await there.PostAsync($"api/contests/{contest}/attempts"), HttpStatusCode.Unauthorized)
        );
    }

    [Fact]
    public async Task Others_who_sign_an_erased_phone_up_elsewhere_give_it_no_more_attempts()
    {
        await using var one = await Trainings.Class.HostAsync(storage);
        await using var other = await Trainings.Class.HostAsync(storage, one.ConnectionString);
        var training = await Trainings.Class.AnnounceAsync(one, capacity: 9);
        var (farmer, stranger) = (await Farmer.SignUpAsync(one), await Farmer.SignUpAsync(other));
        await Farmer.JsonOf(await farmer.On(other).GetAsync("api/me"));
        Assert.True(await SitAsync(farmer, Farmer.Contest));
        for (var round = 0; round < 3; round++)
        {
            var named = new { people = new[] { new { phone = farmer.Phone, name = "某人" } } };
            (await stranger.PostAsync($"{training.Path}/enrolments", named)).EnsureSuccessStatusCode();
            Assert.Equal(HttpStatusCode.NoContent, (await farmer.DeleteAsync("api/me")).StatusCode);
            (await stranger.PostAsync($"{training.Path}/enrolments", named)).EnsureSuccessStatusCode();
            Assert.False(await SitAsync(farmer.On(other), Farmer.Contest));
            farmer = await Farmer.SignUpAsync(round % 2 == 0 ? other : one, Villages[round % 2], phone: farmer.Phone);
            Assert.False(await SitAsync(farmer, Farmer.Contest));
            farmer = farmer.By(one.Http);
        }
    }

    private static object Profile =>
        new
        {
            name = "王小明",
            village = Villages[0],
            language = "zh",
        };

    /// <summary>Three videos in a campaign with two votes a day.</summary>
    private static async Task<IReadOnlyList<string>> VotesAsync(TestHost host)
    {
        var reviewer = await Stage.ReviewerAsync(host);
        var asked = await reviewer.PostAsync("api/campaigns", Stage.Campaign(host.Time.GetUtcNow(), votesPerDay: 2));
        var campaign = (string)(await Farmer.JsonOf(asked))["id"]!;
        var videos = new List<string>();
        for (var number = 0; number < 3; number++)
            videos.Add(await Stage.PublishAsync(host, reviewer, title: $"video {number}", campaign: campaign));
        return videos;
    }

    /// <returns>Whether there is a ranked attempt now.</returns>
    private static async Task<bool> SitAsync(Farmer farmer, string contest)
    {
        var started = await farmer.PostAsync($"api/contests/{contest}/attempts");
        if (!started.IsSuccessStatusCode)
            return false;
        var paper = await Farmer.JsonOf(started);
        var handedIn = await farmer.SubmitAsync(paper, Farmer.Guess(paper), contest);
        return handedIn.IsSuccessStatusCode && (bool)(await Farmer.JsonOf(handedIn))["ranked"]!;
    }

    /// <summary>One phone, in a random order of everything that can be done with it.</summary>
    private sealed class Run(TestHost one, TestHost other, string twice, IReadOnlyList<string> videos, Random random)
    {
        private readonly string phone = Farmer.NewPhone();
        private readonly List<Farmer> all = [];
        private readonly HashSet<(string Person, string Video)> voted = [];

        public int Ranked { get; private set; }

        public int RankedInTwice { get; private set; }

        public int Votes => voted.Count;

        public string Story { get; private set; } = "";

        public async Task GoAsync(int steps)
        {
            await SignUpAsync();
            for (var step = 0; step < steps; step++)
            {
                var who = all[random.Next(2) == 0 ? random.Next(all.Count) : ^1].On(random.Next(2) == 0 ? one : other);
                switch (random.Next(7))
                {
                    case 0 or 1:
                        Story += "e";
                        await who.On(one).DeleteAsync("api/me"); // the other is never told
                        break;
                    case 2:
                        await SignUpAsync();
                        break;
                    case 3:
                        Story += "a";
                        Ranked += await SitAsync(who, Farmer.Contest) ? 1 : 0;
                        break;
                    case 4:
                        Story += "b";
                        RankedInTwice += await SitAsync(who, twice) ? 1 : 0;
                        break;
                    case 5:
                        Story += "v";
                        var video = videos[random.Next(videos.Count)];
                        if ((await who.PutAsync($"api/videos/{video}/vote", new { })).IsSuccessStatusCode)
                            voted.Add((who.Id, video));
                        break;
                    default:
                        Story += "c";
                        await one.Get<Erasures>().CompleteAsync(one.Time.GetUtcNow() + Erasure.SecondLook);
                        break;
                }
            }
        }

        // The host that is to know nothing learns of the person now, and of nothing later.
        private async Task SignUpAsync()
        {
            Story += "n";
            var where = random.Next(2) == 0 ? one : other;
            var farmer = await Farmer.SignInAsync(where, phone);
            if (
                (
                    await farmer.PutAsync(
                        "api/me",
                        new
                        {
                            name = "王小明",
                            village = Villages[random.Next(2)],
                            language = "zh",
                        }
                    )
                ).IsSuccessStatusCode
            )
                await farmer.On(other).GetAsync("api/me");
            all.Add(farmer);
        }
    }
}
