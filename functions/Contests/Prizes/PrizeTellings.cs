using EStation.Contests.Results;
using EStation.Inbox;
using EStation.Messages;

namespace EStation.Contests.Prizes;

public static class PrizeTellings
{
    private const string WonKind = "prize-won";
    private const string AnsweredKind = "objection-answered";

    private static readonly MessageTemplate WonMessage = new(
        "prizeWon",
        ["contest", "prize", "until"],
        new Text(
            "您在“{contest}”中获得{prize}，请在{until}前登录领取，过期作废。",
            "“{contest}”에서 {prize}을(를) 받게 되였습니다. {until}까지 로그인하여 수령을 신청하세요.",
            En: "You have won a prize in “{contest}”: {prize}. Sign in and claim it by {until}."
        )
    );

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(WonKind, new("您中奖了", "당첨을 축하합니다", En: "You have won"), WonMessage.Words)
        {
            Topic = Topic.Contests,
            Message = WonMessage,
        },
        new(
            AnsweredKind,
            new("异议已答复", "이의에 대한 답변", En: "Your objection was answered"),
            new(
                "您对“{contest}”结果的异议已有答复。",
                "“{contest}” 결과에 대한 이의에 답변이 있습니다.",
                En: "Your objection to the results of “{contest}” was answered."
            )
        )
        {
            Topic = Topic.Contests,
        },
    ];

    public static Telling Won(Contest contest, Candidate candidate, DateTimeOffset now) =>
        new(
            $"prize-{candidate.Id}",
            WonKind,
            new Addressee(candidate.Person),
            now,
            new Dictionary<string, Text>
            {
                ["contest"] = contest.Title,
                ["prize"] = contest.Prizes![candidate.Prize!.Value].Name,
                ["until"] = new(Day.Of(candidate.ClaimUntil!.Value.AddTicks(-1)).ToString()),
            },
            "/my-prizes"
        );

    public static Telling Answered(Contest contest, Objection objection, DateTimeOffset now) =>
        new(
            $"objection-{objection.Id}",
            AnsweredKind,
            new Addressee(objection.Person),
            now,
            new Dictionary<string, Text> { ["contest"] = contest.Title },
            $"/results/{contest.Id}"
        );
}
