using EStation.Contests.Prizes;
using EStation.Http;
using EStation.Regions;

namespace EStation.Contests.Results;

public sealed class ResultsWorkbook(
    ResultsTable table,
    NamesTable names,
    CandidateTable candidates,
    ObjectionTable objections,
    Divisions divisions
)
{
    private static readonly string[] Facts = ["项目", "内容"];
    private static readonly string[] Ranks = ["名次", "姓名", "地区", "答对", "用时毫秒", "提交时间", "积分", "签数"];
    private static readonly string[] Prizes =
    [
        "方式",
        "次序",
        "奖品",
        "姓名",
        "地区",
        "签号",
        "状态",
        "领取期限",
        "了结时间",
        "取消资格原因",
    ];
    private static readonly string[] Objections = ["时间", "异议", "答复", "答复时间"];

    public async Task<byte[]> OfAsync(Contest contest, ContestResults results)
    {
        var (ranking, known) = (await table.RankingAsync(results), await names.ReadAsync(contest.Id));
        var all = (await candidates.ReadAsync(contest.Id)).Select(stored => stored.Candidate);
        return SheetFile.Xlsx([
            new WorkbookSheet("结果", Facts, FactsOf(contest, results)),
            new WorkbookSheet(
                "名次",
                Ranks,
                ranking.Entries.Select(
                    (entry, at) =>
                        new object[]
                        {
                            at + 1,
                            known.GetValueOrDefault(entry.Person, ""),
                            PlaceOf(entry.Village),
                            entry.Best.Score,
                            entry.Best.ElapsedMs,
                            Say(entry.Best.SubmittedAt),
                            entry.Points,
                            entry.Lots.Count,
                        }
                )
            ),
            new WorkbookSheet("奖品", Prizes, all.Select(candidate => RowOf(contest, candidate))),
            new WorkbookSheet(
                "异议",
                Objections,
                (await objections.ListAsync(contest.Id)).Select(one =>
                    new object[] { Say(one.At), one.Text, one.Answer ?? "", Say(one.AnsweredAt) }
                )
            ),
        ]);
    }

    private static IEnumerable<object[]> FactsOf(Contest contest, ContestResults results) =>
        [
            ["竞赛", contest.Title.Zh],
            ["状态", results.State.ToString()],
            ["固定时间", Say(results.FrozenAt)],
            ["参加人数", results.Participants],
            ["名次校验值", results.RankingSha256],
            ["签数", results.Lots],
            ["名单校验值", results.LotsSha256],
            ["开奖依据", results.Terms.Draw?.Source ?? ""],
            ["期号", results.Terms.Draw?.Issue ?? ""],
            ["开奖时间", Say(results.Terms.Draw?.DrawnAt)],
            ["开奖号码", results.Drawn?.Value ?? ""],
            ["种子", results.Drawn?.Seed ?? ""],
        ];

    private object[] RowOf(Contest contest, Candidate candidate) =>
        [
            candidate.By == PrizeBy.Rank ? "名次" : "抽奖",
            candidate.Position,
            candidate.Prize is { } prize ? contest.Prizes![prize].Name.Zh : "",
            candidate.Name,
            PlaceOf(candidate.Village),
            candidate.Lot ?? "",
            candidate.State.ToString(),
            Say(candidate.ClaimUntil),
            Say(candidate.ClosedAt),
            candidate.Reason ?? "",
        ];

    private string PlaceOf(RegionCode village) =>
        string.Concat(divisions.NamesDownTo(village).Skip((int)RegionLevel.County).Select(name => name.Zh));

    private static string Say(DateTimeOffset? instant) => instant?.InShanghai().ToString("yyyy-MM-dd HH:mm:ss", null) ?? "";
}
