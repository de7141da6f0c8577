using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Showcase.Reviews;

/// <summary>Reports of viewers and scores of jurors, in the ledger of the video's county, where its reviewers read them. <c>People</c> gets
/// a pointer first, so that a person's own records can be found.</summary>
[PersonalColumn("Ledger", "report", "Reason", Personal.Name, ExportedAs = "videos")]
[PersonalColumn("Ledger", "report", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("Ledger", "score", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("People", "report", "PartitionKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("People", "report", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("People", "score", "PartitionKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
[PersonalColumn("People", "score", "RowKey", Personal.Id, ExportedAs = "videos", WhenErased = WhenErased.LeadsNowhere)]
public sealed class JudgementTable(StorageAccounts accounts, LedgerWriter ledgers, LedgerTable table)
{
    private const string ReportKind = "report";
    private const string ScoreKind = "score";
    private const string ScoreColumn = "Score";
    private const string ReasonColumn = "Reason";
    private const string GroundColumn = "Ground";
    private const string AtColumn = "At";

    private TableClient People => accounts.Table("People");

    public async Task ScoreAsync(string juror, int score, VideoScored news)
    {
        await RememberAsync(ScoreKind, news.Video, juror);
        var key = KeyOf(ScoreKind, news.Video, juror);
        for (TableEntity? present = null; present?.GetInt32(ScoreColumn) != score; )
        {
            var change = news with { Change = score - (present?.GetInt32(ScoreColumn) ?? 0), Scores = present is null ? 1 : 0 };
            var row = new TableEntity(news.Video.County.Value, key) { [ScoreColumn] = score };
            present = await ledgers.WriteAsync(news.Video.County, Entry.Put(row, present?.ETag, change)) ?? row;
        }
    }

    public async Task<int?> FindScoreAsync(string juror, VideoId video) =>
        (await table.FindAsync(video.County, KeyOf(ScoreKind, video, juror)))?.GetInt32(ScoreColumn);

    public async Task ReportAsync(string person, Report report, VideoReported news)
    {
        await RememberAsync(ReportKind, news.Video, person, report.At);
        var row = new TableEntity(news.Video.County.Value, KeyOf(ReportKind, news.Video, person))
        {
            [GroundColumn] = report.Reason.ToString(),
            [ReasonColumn] = report.Text,
            [AtColumn] = report.At,
        };
        await ledgers.WriteAsync(news.Video.County, Entry.Insert(row, news));
    }

    public async Task<IReadOnlyList<Report>> ReadReportsAsync(VideoId id)
    {
        var reports = new List<Report>();
        await foreach (var row in table.ReadRange(id.County, KeyOf(ReportKind, id, "")))
            reports.Add(ReportOf(row));
        return reports;
    }

    /// <summary>Those who have reported a video after a time, by id.</summary>
    public async Task<IReadOnlyList<string>> ReadReportersAsync(VideoId id, DateTimeOffset after) =>
        await table
            .ReadRange(id.County, KeyOf(ReportKind, id, ""))
            .Where(row => row.GetDateTimeOffset(AtColumn) > after)
            .Select(row => row.RowKey.Split('|')[^1])
            .ToListAsync();

    /// <summary>The videos that a person has reported since a time, the last first.</summary>
    public async Task<IReadOnlyList<(VideoId Video, DateTimeOffset At)>> ReadRecentReportsAsync(string person, DateTimeOffset since)
    {
        var recent = new List<(VideoId Video, DateTimeOffset At)>();
        await foreach (var row in People.QueryAsync<TableEntity>(KeyRange.Of(person, ReportKind + "|")))
        {
            if (row.GetDateTimeOffset(AtColumn) is { } at && at >= since)
                recent.Add((VideoId.Parse(row.RowKey.Split('|')[1]), at));
        }

        return [.. recent.OrderByDescending(report => report.At)];
    }

    /// <summary>The reports of a person, and their videos.</summary>
    public Task<IReadOnlyList<(VideoId Video, Report Report)>> ReadOwnReportsAsync(string person) =>
        ReadOwnAsync(ReportKind, person, ReportOf);

    public Task<IReadOnlyList<(VideoId Video, int Score)>> ReadOwnScoresAsync(string juror) =>
        ReadOwnAsync(ScoreKind, juror, row => row.GetInt32(ScoreColumn)!.Value);

    /// <summary>Scores and reports stay counted; the written text and the pointers from the person are deleted.</summary>
    public async Task ForgetAsync(string person)
    {
        foreach (var (video, _) in await ReadOwnReportsAsync(person))
        {
            await OptimisticConcurrency.RetryAsync(async () =>
            {
                if (
                    await table.FindAsync(video.County, KeyOf(ReportKind, video, person)) is not { } row
                    || row.GetString(ReasonColumn).Length == 0
                )
                    return true;
                var silent = new TableEntity(row.PartitionKey, row.RowKey)
                {
                    [GroundColumn] = row.GetString(GroundColumn),
                    [ReasonColumn] = "",
                    [AtColumn] = row.GetDateTimeOffset(AtColumn),
                };
                return await ledgers.WriteAsync(video.County, Entry.Put(silent, row.ETag)) is null;
            });
        }

        foreach (var kind in new[] { ReportKind, ScoreKind })
        {
            await foreach (var row in People.QueryAsync<TableEntity>(KeyRange.Of(person, kind + "|")))
                await People.DeleteEntityAsync(row.PartitionKey, row.RowKey);
        }
    }

    private async Task<IReadOnlyList<(VideoId Video, T What)>> ReadOwnAsync<T>(string kind, string person, Func<TableEntity, T> parse)
    {
        var own = new List<(VideoId, T)>();
        await foreach (var memory in People.QueryAsync<TableEntity>(KeyRange.Of(person, kind + "|")))
        {
            var video = VideoId.Parse(memory.RowKey.Split('|')[1]);
            if (await table.FindAsync(video.County, memory.RowKey) is { } row)
                own.Add((video, parse(row)));
        }

        return own;
    }

    private Task<Azure.Response> RememberAsync(string kind, VideoId video, string person, DateTimeOffset? at = null) =>
        People.UpsertEntityAsync(new TableEntity(person, KeyOf(kind, video, person)) { [AtColumn] = at });

    // Reports without a list of reasons have words alone.
    private static Report ReportOf(TableEntity row) =>
        new(
            row.GetString(GroundColumn) is { } ground ? Enum.Parse<ReviewReason>(ground) : ReviewReason.Other,
            row.GetString(ReasonColumn),
            row.GetDateTimeOffset(AtColumn)!.Value
        );

    private static string KeyOf(string kind, VideoId video, string person) => $"{kind}|{video}|{person}";
}

/// <param name="Text">Empty when the author gave none or was erased.</param>
public sealed record Report(ReviewReason Reason, string Text, DateTimeOffset At);
