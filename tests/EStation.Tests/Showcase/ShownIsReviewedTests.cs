using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Azure;
using Azure.Storage.Blobs;
using EStation.Showcase.Uploads;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>
/// An owner who overwrites, submits and renews without pause, two reviewers and the public at two hosts: whatever is ever readable by the
/// public is, byte for byte, what a reviewer looked at and published.
/// </summary>
public sealed class ShownIsReviewedTests(TestStorage storage, ITestOutputHelper output)
{
    private const int VideosPerHost = 25;
    private const int Deeds = 12;
    private const int Varied = 5_000; // the first byte of the picture's data: another film of the same size

    [Fact]
    public async Task However_owner_reviewers_and_public_meet()
    {
        var (seeds, shown, decisions) = (Deep.Of(usually: 4, deep: 300), 0, 0);
        for (var first = 0; first < seeds; first += VideosPerHost)
        {
            await using var host = await Stage.StartAsync(storage);
            await using var other = await Stage.StartAsync(storage, host.ConnectionString);
            Farmer[] reviewers = [await Stage.ReviewerAsync(host), (await Stage.ReviewerAsync(host, Stage.SecondReviewer)).On(other)];
            var decidedOn = new HashSet<string>();
            for (var seed = first; seed < Math.Min(first + VideosPerHost, seeds); seed++)
            {
                var meeting = new Meeting(host, other, reviewers, await Farmer.SignUpAsync(host), seed);
                await meeting.RunAsync();
                (shown, decisions) = (shown + meeting.Shown.Count, decisions + meeting.Decisions);
                decidedOn.UnionWith(meeting.DecidedOn);
            }

            foreach (var hash in await PublicFilesAsync(host))
                Assert.True(decidedOn.Contains(hash), $"from seed {first} on: a public file that no reviewer decided on");
        }

        output.WriteLine($"seeds 0 to {seeds - 1}: {decisions} decisions, {shown} times a film was readable");
        Assert.True(decisions > 0 && shown > 0, "Nothing was decided or shown: that proves little.");
    }

    private static async Task<IReadOnlyCollection<string>> PublicFilesAsync(TestHost host)
    {
        var media = new BlobContainerClient(host.ConnectionString, VideoBlobs.Media, Filmmaker.Blobs);
        var hashes = new List<string>();
        await foreach (var file in media.GetBlobsAsync())
        {
            if (file.Name.EndsWith(VideoBlobs.Video, StringComparison.Ordinal))
                hashes.Add(Hash((await media.GetBlobClient(file.Name).DownloadContentAsync()).Value.Content.ToArray()));
        }

        return hashes;
    }

    private static string Hash(byte[] film) => Convert.ToHexString(SHA256.HashData(film));

    private sealed class Meeting(TestHost host, TestHost other, Farmer[] reviewers, Farmer owner, int seed)
    {
        private readonly ConcurrentBag<string> decidedOn = [];
        private JsonNode opened = null!;
        private int decisions;

        /// <summary>What the public got, by its hash.</summary>
        public ConcurrentBag<string> Shown { get; } = [];

        public int Decisions => decisions;

        /// <summary>The films that a reviewer saw and published, by their hashes.</summary>
        public HashSet<string> DecidedOn => [.. decidedOn];

        private string Path => $"api/videos/{opened["id"]}";

        public async Task RunAsync()
        {
            opened = await owner.OpenVideoAsync(Clip.Field.Length, $"seed {seed}");
            await Filmmaker.UploadBothAsync(opened);
            var owning = Task.WhenAll(OwnAsync(new Random(seed), owner), OwnAsync(new Random(seed + 1_000_000), owner.On(other)));
            await Task.WhenAll(
                owning,
                ReviewAsync(new Random(seed + 2_000_000), reviewers[0], owning),
                ReviewAsync(new Random(seed + 3_000_000), reviewers[1], owning),
                WatchAsync(host, owning),
                WatchAsync(other, owning)
            );
            await TellsAsync(owner.PostAsync($"{Path}/submit"));
            await ReviewAsync(new Random(seed + 4_000_000), reviewers[0], owning); // which publishes
            await WatchAsync(host, owning);
            foreach (var hash in Shown)
                Assert.True(DecidedOn.Contains(hash), $"seed {seed}: the public read a film that no reviewer decided on");
        }

        private async Task OwnAsync(Random random, Farmer person)
        {
            for (var deed = 0; deed < Deeds; deed++)
            {
                switch (random.Next(4))
                {
                    case 0 or 1:
                        var film = Clip.Field;
                        film.AsSpan(Varied, 1_000).Fill((byte)random.Next(256));
                        await TryAsync(() => Filmmaker.UploadAsync(opened["upload"]!["url"]!, film));
                        break;
                    case 2:
                        await TellsAsync(person.PostAsync($"{Path}/submit"));
                        break;
                    default:
                        await TellsAsync(person.PostAsync($"{Path}/upload"));
                        break;
                }
            }

            await TellsAsync(person.PostAsync($"{Path}/submit"));
        }

        private async Task ReviewAsync(Random random, Farmer reviewer, Task owning)
        {
            for (var last = false; !last; )
            {
                last = owning.IsCompleted;
                var queue = (await Farmer.JsonOf(await reviewer.GetAsync("api/reviews?region=22")))["items"]!.AsArray();
                if (queue.FirstOrDefault(item => (string)item!["video"]!["id"]! == (string)opened["id"]!) is not { } queued)
                    continue;
                var film = (int)queued["film"]!;
                if (await HashAsync(queued["preview"]!["url"]!) is not { } hash)
                    continue;
                var decision = last || random.Next(3) == 0 ? "publish" : "return";
                if (await TellsAsync(reviewer.DecideAsync((string)opened["id"]!, decision, film: film)) && decision == "publish")
                    decidedOn.Add(hash);
                Interlocked.Increment(ref decisions);
            }
        }

        private async Task WatchAsync(TestHost at, Task owning)
        {
            for (var last = false; !last; )
            {
                last = owning.IsCompleted;
                using var response = await at.Http.GetAsync(Path);
                if (
                    response.StatusCode == HttpStatusCode.OK
                    && await HashAsync((await Farmer.JsonOf(response))["playback"]!["url"]!) is { } hash
                )
                    Shown.Add(hash);
            }
        }

        private static async Task<string?> HashAsync(JsonNode url)
        {
            using var http = new HttpClient();
            using var response = await http.GetAsync((string)url!);
            return response.IsSuccessStatusCode ? Hash(await response.Content.ReadAsByteArrayAsync()) : null;
        }

        /// <summary>Whatever is answered is no failure of ours.</summary>
        /// <returns>Whether it was done.</returns>
        private static async Task<bool> TellsAsync(Task<HttpResponseMessage> asked)
        {
            using var response = await asked;
            Assert.True((int)response.StatusCode < 500, $"{response.StatusCode}: {await response.Content.ReadAsStringAsync()}");
            return response.IsSuccessStatusCode;
        }

        private static async Task TryAsync(Func<Task> upload)
        {
            try
            {
                await upload();
            }
            catch (RequestFailedException refused) when (refused.Status is 403 or 409 or 412)
            {
                // Storage refuses while it copies, or when two write at once.
            }
        }
    }
}
