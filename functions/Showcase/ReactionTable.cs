using System.Globalization;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Showcase;

/// <summary>
/// What people do with videos. Likes, views and votes are in the ledger of the acting person's county, so that limits hold; scores and reports
/// in the video's. Every key follows from who and what, so a repeated request collides with itself.
/// </summary>
internal sealed class ReactionTable(CountyLedgers ledgers, LedgerTable table)
{
    private const string LikedColumn = "Liked";
    private const string VideosColumn = "Videos";
    private const string ScoreColumn = "Score";
    private const string ReasonColumn = "Reason";
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
        return ledgers.WriteAsync(viewer.Place.County, Entry.Insert(row, new VideoViewed(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id)));
    }

    /// <summary>What a view says for the statistics.</summary>
    public static (RegionCode Village, Audience Audience, DateTimeOffset At) ViewOf(TableEntity row) => (
        RegionCode.Parse(row.GetString(VillageColumn)), (Audience)row.GetInt32(AudienceColumn)!.Value, row.GetDateTimeOffset(AtColumn)!.Value);

    /// <summary>Likes, or no longer.</summary>
    public async Task LikeAsync(Viewer viewer, bool liked)
    {
        var (county, key) = (viewer.Place.County, LikeKey(viewer));
        var news = new VideoLiked(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id, liked ? 1 : -1);
        var present = liked ? null : await table.FindAsync(county, key);
        while ((present?.GetBoolean(LikedColumn) ?? false) != liked)
            present = await WriteAsync(county, key, present, row => row[LikedColumn] = liked, news) ?? new TableEntity { [LikedColumn] = liked };
    }

    public async Task<bool> LikesAsync(Viewer viewer) => (await table.FindAsync(viewer.Place.County, LikeKey(viewer)))?.GetBoolean(LikedColumn) ?? false;

    /// <summary>Takes one of the votes that a person has on a day in a campaign.</summary>
    /// <returns>How many are left, or null when none was.</returns>
    public async Task<int?> VoteAsync(Viewer viewer, Campaign campaign)
    {
        var (county, votesPerDay) = (viewer.Place.County, campaign.VotesPerDay);
        var key = VoteKey(viewer, campaign);
        var news = new VideoVoted(viewer.Video.Village, viewer.Audience, viewer.Day, viewer.Video.Id);
        for (TableEntity? present = null; ;)
        {
            var voted = VotesOf(present);
            if (voted.Contains(news.Video.Value))
                return Math.Max(0, votesPerDay - voted.Length);
            if (present is not null && voted.Length >= votesPerDay)
                return null;
            present = await WriteAsync(county, key, present, row => row[VideosColumn] = string.Join(',', voted.Append(news.Video.Value)), news);
            if (present is null)
                return votesPerDay - voted.Length - 1;
        }
    }

    /// <summary>For which videos of a campaign somebody has voted today.</summary>
    public async Task<IReadOnlyCollection<string>> ReadVotesAsync(Viewer viewer, Campaign campaign) =>
        VotesOf(await table.FindAsync(viewer.Place.County, VoteKey(viewer, campaign)));

    /// <summary>Scores a video, or scores it anew.</summary>
    public async Task ScoreAsync(string juror, int score, VideoScored news)
    {
        var county = news.Video.County;
        var key = $"score|{news.Video}|{juror}";
        for (TableEntity? present = null; present?.GetInt32(ScoreColumn) != score;)
        {
            var change = news with { Change = score - (present?.GetInt32(ScoreColumn) ?? 0), Scores = present is null ? 1 : 0 };
            present = await WriteAsync(county, key, present, row => row[ScoreColumn] = score, change) ?? new TableEntity { [ScoreColumn] = score };
        }
    }

    /// <summary>Reports a video; once a person.</summary>
    public Task ReportAsync(string person, string reason, VideoReported news, DateTimeOffset now)
    {
        var row = new TableEntity(news.Video.County.Value, $"{ReportPrefix(news.Video)}{person}") { [ReasonColumn] = reason, [AtColumn] = now };
        return ledgers.WriteAsync(news.Video.County, Entry.Insert(row, news));
    }

    public async Task<IReadOnlyList<Report>> ReadReportsAsync(VideoId id)
    {
        var reports = new List<Report>();
        await foreach (var row in table.ReadRange(id.County, ReportPrefix(id)))
            reports.Add(new Report(row.GetString(ReasonColumn), row.GetDateTimeOffset(AtColumn)!.Value));
        return reports;
    }

    /// <summary>What somebody saw, liked and voted for, each as its key says.</summary>
    public async Task<IReadOnlyList<Reaction>> ReadOwnAsync(RegionCode county, string person)
    {
        var reactions = new List<Reaction>();
        foreach (var kind in new[] { "like", "view", "vote" })
        {
            var prefix = $"{kind}|{person}|";
            await foreach (var row in table.ReadRange(county, prefix))
                reactions.Add(new Reaction(kind, row.RowKey[prefix.Length..], row.GetString(VideosColumn), row.GetBoolean(LikedColumn)));
        }

        return reactions;
    }

    private static string LikeKey(Viewer viewer) => $"like|{viewer.Person.Id}|{viewer.Video.Id}";

    private static string VoteKey(Viewer viewer, Campaign campaign) => $"vote|{viewer.Person.Id}|{campaign.Id}|{viewer.Day}";

    private static string[] VotesOf(TableEntity? row) => (row?.GetString(VideosColumn) ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static string ReportPrefix(VideoId id) => $"report|{id}|";

    /// <returns>Null when it is stored, else the row as somebody else has stored it.</returns>
    private Task<TableEntity?> WriteAsync(RegionCode county, string key, TableEntity? present, Action<TableEntity> set, News news)
    {
        var row = new TableEntity(county.Value, key);
        set(row);
        return ledgers.WriteAsync(county, present is null
            ? Entry.Insert(row, news)
            : new Entry([new(TableTransactionActionType.UpdateReplace, row, present.ETag)], news));
    }
}

/// <summary>What a viewer found wrong.</summary>
internal sealed record Report(string Reason, DateTimeOffset At);

/// <summary>A person's own record: of which video (or of which campaign and day), and what it says.</summary>
internal sealed record Reaction(string Kind, string Of, string? Videos, bool? Liked);
