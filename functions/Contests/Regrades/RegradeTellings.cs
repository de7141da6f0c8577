using System.Globalization;
using EStation.Contests.Attempts;
using EStation.Inbox;
using EStation.Storage;

namespace EStation.Contests.Regrades;

/// <summary>Who is told what about a regrade. The same records give the same tellings, however often they are made.</summary>
public sealed class RegradeTellings
{
    private const int IdBytes = 12;
    private static readonly Text Title = new("成绩更正", "성적 정정", En: "Scores corrected");

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(
            "contest-regraded",
            Title,
            new Text(
                "《{contest}》有题目的答案更正了，成绩已重新计算：您的最好成绩由 {before} 分变为 {after} 分（{passed}），名次由第 {from} 名变为第 {to} 名。",
                "《{contest}》의 문제 답이 정정되여 점수를 다시 매겼습니다. 최고 성적은 {before}점에서 {after}점({passed}), 순위는 {from}위에서 {to}위로 되였습니다.",
                En: "Answers of “{contest}” were corrected and scores counted again: your best went from {before} to {after} ({passed}), your rank from {from} to {to}."
            )
        )
        {
            Topic = Topic.Contests,
        },
        new(
            "contest-rank-changed",
            Title,
            new Text(
                "《{contest}》有题目的答案更正了。您的成绩没有变，名次由第 {from} 名变为第 {to} 名。",
                "《{contest}》의 문제 답이 정정되였습니다. 귀하의 점수는 그대로이고 순위는 {from}위에서 {to}위로 되였습니다.",
                En: "Answers of “{contest}” were corrected. Your score is as before; your rank went from {from} to {to}."
            )
        )
        {
            Topic = Topic.Contests,
        },
    ];

    private static readonly Text Passed = new("合格", "합격", En: "passed");
    private static readonly Text NotPassed = new("未合格", "불합격", En: "not passed");

    private readonly Contest contest;
    private readonly ContestKeys keys;
    private readonly Dictionary<string, RegradeEffect> effects;
    private readonly (Ranking Before, Ranking After) rankings;

    public RegradeTellings(Contest contest, ContestKeys keys, IReadOnlyList<RegradeEffect> effects)
    {
        (this.contest, this.keys) = (contest, keys);
        this.effects = effects.ToDictionary(effect => effect.Person, StringComparer.Ordinal);
        rankings = RegradeEffects.RankingsOf(effects);
    }

    /// <returns>Null when nothing has changed for the person.</returns>
    public Telling? Of(Attempt attempt)
    {
        if (effects.GetValueOrDefault(attempt.Person) is not { } effect)
            return null;
        var (from, to) = (rankings.Before.RankOf(attempt.Person), rankings.After.RankOf(attempt.Person));
        if (!effect.ChangesScores && from == to)
            return null;
        return new Telling(
            Fingerprint.Of($"regrade|{contest.Id}|{keys.Shown}|{attempt.Person}", IdBytes),
            effect.ChangesScores ? "contest-regraded" : "contest-rank-changed",
            new Addressee(attempt.Person),
            keys.ShownFrom,
            new Dictionary<string, Text>
            {
                ["contest"] = contest.Title,
                ["before"] = Number(effect.Before.Score),
                ["after"] = Number(effect.After.Score),
                ["passed"] = effect.After.Score >= contest.PassMark ? Passed : NotPassed,
                ["from"] = Number(from),
                ["to"] = Number(to),
            },
            $"/contests/{contest.Id}"
        );
    }

    private static Text Number(int number) => new(number.ToString(CultureInfo.InvariantCulture));
}
