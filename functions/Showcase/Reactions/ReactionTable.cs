using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.People;
using EStation.Regions;
using EStation.Showcase.Campaigns;
using EStation.Storage;

namespace EStation.Showcase.Reactions;

/// <summary>
/// What people do with videos: likes, views and votes, in the ledger of the acting person's county, so that limits hold. Every key follows
/// from who and what, so a repeated request collides with itself.
/// </summary>
[PersonalColumn("Ledger", "like", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "view", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "vote", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
public sealed class ReactionTable(LedgerWriter ledgers, LedgerTable table)
{
    private const string ChangesColumn = "Changes";
    private const string VideosColumn = "Videos";
    private const string ClosedColumn = "Closed";
    private const string AtColumn = "At";
    private const string VillageColumn = "Village";
    private const string AudienceColumn = "Audience";

    /// <summary>Counts once a person and hour.</summary>
    public Task ViewAsync(Viewer viewer)
    {
        var hour = (viewer.Now.ToUnixTimeSeconds() / 3600).ToString(CultureInfo.InvariantCulture);
        var row = new TableEntity(viewer.Place.County.Value, $"view|{viewer.Person.Id}|{viewer.Video.Id}|{hour}")
        {
            [VillageColumn] = viewer.Video.Village.Value,
            [AudienceColumn] = (int)viewer.Audience,
            [AtColumn] = viewer.Now,
        };
        return ledgers.WriteAsync(
            viewer.Place.County,
            Entry.Insert(row, new VideoViewed(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id))
        );
    }

    /// <summary>All views by people of a county.</summary>
    public IAsyncEnumerable<(RegionCode Village, Audience Audience, Day Day)> ReadViewsAsync(RegionCode county) =>
        table
            .ReadRange(county, "view|")
            .Select(row =>
                (
                    RegionCode.Parse(row.GetString(VillageColumn)),
                    (Audience)row.GetInt32(AudienceColumn)!.Value,
                    Day.Of(row.GetDateTimeOffset(AtColumn)!.Value)
                )
            );

    /// <summary>Likes, or no longer.</summary>
    /// <returns>False when the like was changed so often that its row takes no more. What is liked can always be unliked.</returns>
    public async Task<bool> LikeAsync(Viewer viewer, bool liked)
    {
        var (county, key) = (viewer.Place.County, LikeKey(viewer));
        var change = new LikeChange(viewer.Day, viewer.Audience, liked ? 1 : -1);
        var news = new VideoLiked(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id, change.Count);
        return await OptimisticConcurrency.RetryAsync<bool>(async tried =>
        {
            // A first like is expected, and nothing is read.
            var present = liked && tried == 1 ? null : await table.FindAsync(county, key);
            var history = HistoryOf(present);
            if (history.IsLiked == liked)
                return true;
            if (liked && history.IsFull)
                return false;
            var row = new TableEntity(county.Value, key)
            {
                [VillageColumn] = viewer.Video.Village.Value,
                [ChangesColumn] = JsonSerializer.Serialize(history.With(change).Changes),
            };
            if (await ledgers.WriteAsync(county, Entry.Put(row, present?.ETag, news)) is not null)
                return null;
            return true;
        });
    }

    public async Task<bool> LikesAsync(Viewer viewer) => HistoryOf(await table.FindAsync(viewer.Place.County, LikeKey(viewer))).IsLiked;

    /// <summary>All likes by people of a county.</summary>
    public IAsyncEnumerable<(RegionCode Village, LikeHistory History)> ReadLikesAsync(RegionCode county) =>
        table.ReadRange(county, "like|").Select(row => (RegionCode.Parse(row.GetString(VillageColumn)), HistoryOf(row)));

    /// <summary>Takes one of the votes that a person has on a day in a campaign.</summary>
    /// <returns>How many are left, or null when none was.</returns>
    public async Task<int?> VoteAsync(Viewer viewer, Campaign campaign)
    {
        var (county, key, votesPerDay) = (viewer.Place.County, VoteKey(viewer, campaign), VotesPerDay(viewer, campaign));
        var news = new VideoVoted(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id);
        var (left, _) = await OptimisticConcurrency.RetryAsync<(int? Left, bool Voted)>(async tried =>
        {
            // The day's first vote is expected, and nothing is read.
            var present = votesPerDay > 0 && tried == 1 ? null : await table.FindAsync(county, key);
            var voted = VotesOf(present);
            if (voted.Contains(news.Video.Value))
                return (Math.Max(0, votesPerDay - voted.Length), true);
            if (voted.Length >= votesPerDay || present?.GetBoolean(ClosedColumn) == true)
                return (null, false);
            var row = new TableEntity(county.Value, key) { [VideosColumn] = string.Join(',', voted.Append(news.Video.Value)) };
            if (await ledgers.WriteAsync(county, Entry.Put(row, present?.ETag, news)) is not null)
                return null;
            return (votesPerDay - voted.Length - 1, true);
        });
        return left;
    }

    /// <summary>For which videos of a campaign somebody has voted on the day, and how many votes are left.</summary>
    public async Task<(IReadOnlyCollection<string> Videos, int Left)> ReadVotesAsync(Viewer viewer, Campaign campaign)
    {
        var voted = VotesOf(await table.FindAsync(viewer.Place.County, VoteKey(viewer, campaign)));
        return (voted, Math.Max(0, VotesPerDay(viewer, campaign) - voted.Length));
    }

    /// <summary>Ends a person's votes of a day in a campaign, at every instance.</summary>
    /// <returns>How many there are, and will ever be.</returns>
    public async Task<int> CloseVotesAsync(RegionCode county, string person, Campaign campaign, Day day)
    {
        var key = VoteKey(person, campaign, day);
        return await OptimisticConcurrency.RetryAsync<int>(async _ =>
        {
            var present = await table.FindAsync(county, key);
            var voted = VotesOf(present);
            if (present?.GetBoolean(ClosedColumn) == true)
                return voted.Length;
            var row = new TableEntity(county.Value, key) { [VideosColumn] = string.Join(',', voted), [ClosedColumn] = true };
            if (await ledgers.WriteAsync(county, Entry.Put(row, present?.ETag)) is not null)
                return null;
            return voted.Length;
        });
    }

    /// <summary>What somebody saw, liked and voted for, each as its key says.</summary>
    public async Task<IReadOnlyList<Reaction>> ReadOwnAsync(RegionCode county, string person)
    {
        var reactions = new List<Reaction>();
        foreach (var kind in new[] { "like", "view", "vote" })
        {
            var prefix = $"{kind}|{person}|";
            await foreach (var row in table.ReadRange(county, prefix))
                reactions.Add(
                    new Reaction(kind, row.RowKey[prefix.Length..], row.GetString(VideosColumn), kind == "like" ? HistoryOf(row) : null)
                );
        }

        return reactions;
    }

    private static string LikeKey(Viewer viewer) => $"like|{viewer.Person.Id}|{viewer.Video.Id}";

    private static string VoteKey(Viewer viewer, Campaign campaign) => VoteKey(viewer.Person.Id, campaign, viewer.Day);

    private static string VoteKey(string person, Campaign campaign, Day day) => $"vote|{person}|{campaign.Id}|{day}";

    /// <summary>What erased votes of the day have left of them.</summary>
    private static int VotesPerDay(Viewer viewer, Campaign campaign) =>
        campaign.VotesPerDay - (viewer.Person.EarlierOf(EarlierUse.VotesIn(campaign.Id, viewer.Day))?.Total ?? 0);

    private static string[] VotesOf(TableEntity? row) =>
        (row?.GetString(VideosColumn) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static LikeHistory HistoryOf(TableEntity? row) =>
        row is null ? LikeHistory.Never : new(JsonSerializer.Deserialize<LikeChange[]>(row.GetString(ChangesColumn))!);
}

/// <summary>A person's own record: of which video (or of which campaign and day), and what it says.</summary>
public sealed record Reaction(string Kind, string Of, string? Videos, LikeHistory? Likes);
