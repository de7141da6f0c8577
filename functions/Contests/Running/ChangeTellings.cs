using System.Globalization;
using EStation.Contests.Attempts;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.Contests.Running;

/// <summary>
/// Tells the participants of changes: one telling for each county that has attempts. What dies in between is told again by the timer, under
/// the same ids.
/// </summary>
public sealed class ChangeTellings(ContestTable contests, AttemptTable attempts, LedgerWriter ledgers, Divisions divisions)
{
    public const string Extended = "contest-extended";
    public const string ClosedEarlier = "contest-closed-earlier";
    public const string Cancelled = "contest-cancelled";

    private const int CountiesAtOnce = 8;

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(
            Extended,
            new("竞赛时间调整", "경연 시간 조정", En: "A contest has new dates"),
            new(
                "“{title}”的截止时间改为 {until}。原因：{reason}",
                "“{title}” 마감 시간이 {until}(으)로 바뀌였습니다. 리유: {reason}",
                En: "“{title}” now closes at {until}. Reason: {reason}"
            )
        )
        {
            Topic = Topic.Contests,
        },
        new(
            ClosedEarlier,
            new("竞赛提前结束", "경연 조기 마감", En: "A contest closes earlier"),
            new(
                "“{title}”将提前到 {until} 结束。原因：{reason}",
                "“{title}”이(가) {until}에 앞당겨 마감됩니다. 리유: {reason}",
                En: "“{title}” closes earlier, at {until}. Reason: {reason}"
            )
        )
        {
            Topic = Topic.Contests,
        },
        new(
            Cancelled,
            new("竞赛取消", "경연 취소", En: "A contest was cancelled"),
            new(
                "“{title}”已取消。原因：{reason}",
                "“{title}”이(가) 취소되였습니다. 리유: {reason}",
                En: "“{title}” was cancelled. Reason: {reason}"
            )
        )
        {
            Topic = Topic.Contests,
        },
    ];

    /// <summary>Does nothing when all of them have been told.</summary>
    public async Task TellAsync(Contest contest)
    {
        var changes = contest.Changes.All;
        if (contest.Changes.Told >= changes.Count)
            return;
        // Records stay in the county of registration, so a participant of a town may have them anywhere.
        foreach (var some in divisions.Counties.Chunk(CountiesAtOnce))
            await Task.WhenAll(some.Select(county => TellAsync(contest, county)));
        await contests.ChangeAsync(contest.Id, (now, _) => now.Changes with { Told = Math.Max(now.Changes.Told, changes.Count) });
    }

    private async Task TellAsync(Contest contest, RegionCode county)
    {
        if (!await attempts.HasAnyAsync(county, contest.Id))
            return;
        for (var number = contest.Changes.Told; number < contest.Changes.All.Count; number++)
        {
            var telling = TellingTable.Add(county, TellingOf(contest, number, county));
            // A rival is the same telling, stored by a run that died later.
            await ledgers.WriteAsync(county, new Entry([telling], new TellingStored()));
        }
    }

    private static Telling TellingOf(Contest contest, int number, RegionCode county)
    {
        var change = contest.Changes.All[number];
        var until = change.ClosesAt ?? contest.ClosesAt;
        return new Telling(
            string.Create(CultureInfo.InvariantCulture, $"{contest.Id}-change-{number}"),
            change.Cancelled ? Cancelled
                : change.StartsUntil is not null ? ClosedEarlier
                : Extended,
            Addressee.GroupOf(ParticipantsGroup.GroupName, $"{county} {contest.Id}"),
            change.At,
            new Dictionary<string, Text>
            {
                ["title"] = contest.Title,
                ["until"] = new(until.InShanghai().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)),
                ["reason"] = new(change.Reason),
            },
            $"/contest/{contest.Id}"
        );
    }
}

/// <summary>The participants of a contest whose attempts are in one county.</summary>
public sealed class ParticipantsGroup(AttemptTable attempts) : IGroup
{
    public const string GroupName = "participants";

    public string Name => GroupName;

    public async Task<IReadOnlyList<Addressee>> ListAsync(string reference)
    {
        var (county, contest) = (reference.Split(' ')[0], reference.Split(' ')[1]);
        return [.. (await attempts.ListPeopleAsync(RegionCode.Parse(county), contest)).Select(person => new Addressee(person))];
    }
}
