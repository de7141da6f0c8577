using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using EStation.Testing;

namespace EStation.Showcase;

/// <summary>A host with two reviewers, who are administrators too.</summary>
internal static class Stage
{
    public const string FirstReviewer = "13900000001";
    public const string SecondReviewer = "13900000002";

    public static readonly Dictionary<string, string?> Settings = new() { ["Administrators"] = $"{FirstReviewer},{SecondReviewer}" };

    public static Task<TestHost> StartAsync(TestStorage storage, string? connectionString = null, DateTimeOffset? now = null) =>
        TestHost.StartAsync(storage, Settings, connectionString, now);

    /// <summary>An administrator who reviews and judges, too, in a region.</summary>
    public static async Task<Farmer> ReviewerAsync(TestHost host, string phone = FirstReviewer, string region = "22")
    {
        var reviewer = await Farmer.SignUpAsync(host, name: "审核员", phone: phone);
        foreach (var role in new[] { "reviewer", "jury" })
            (
                await reviewer.PostAsync(
                    "api/grants",
                    new
                    {
                        phone,
                        role,
                        region,
                    }
                )
            ).EnsureSuccessStatusCode();
        return reviewer;
    }

    /// <summary>A video on the showcase, by a farmer of this village.</summary>
    public static async Task<string> PublishAsync(
        TestHost host,
        Farmer reviewer,
        string village = "220102001001",
        string title = "水稻育秧",
        string? campaign = Filmmaker.Campaign,
        string theme = Filmmaker.Theme
    )
    {
        var farmer = await Farmer.SignUpAsync(host, village);
        var id = await farmer.SubmitVideoAsync(title, campaign, theme);
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "publish"));
        return id;
    }

    /// <summary>What is in containers, staged or committed.</summary>
    public static async Task<IReadOnlyCollection<string>> FilesOf(TestHost host, params string[] containers)
    {
        var files = new List<string>();
        foreach (var container in containers)
        {
            var blobs = new BlobContainerClient(host.ConnectionString, container, Filmmaker.Blobs);
            await foreach (var blob in blobs.GetBlobsAsync(BlobTraits.None, BlobStates.Uncommitted, prefix: null, CancellationToken.None))
                files.Add(blob.Name);
        }

        return files;
    }

    /// <summary>A campaign whose times are days from now.</summary>
    public static object Campaign(
        DateTimeOffset now,
        string title = "秋收",
        int opens = -1,
        int closes = 1,
        int votingOpens = -1,
        int votingCloses = 1,
        int votesPerDay = 3,
        int juryTop = 2
    ) =>
        new
        {
            title = new { zh = title, ko = "가을걷이" },
            themes = new object[] { Filmmaker.Theme, new { zh = "推广良种夺丰收", ko = "우량종자" } },
            opensAt = now.AddDays(opens),
            closesAt = now.AddDays(closes),
            votingOpensAt = now.AddDays(votingOpens),
            votingClosesAt = now.AddDays(votingCloses),
            maxSeconds = 180,
            maxBytes = 100_000_000,
            votesPerDay,
            juryTop,
            awards = new[] { new { name = new { zh = "一等奖" }, count = 1 }, new { name = new { zh = "二等奖" }, count = 1 } },
        };
}
