using EStation.Inbox;
using EStation.Regions;

namespace EStation.Access;

public static class RoleTellings
{
    public const string Given = "role-given";
    public const string Ending = "role-ending";
    public const string Ended = "role-ended";

    private static readonly IReadOnlyDictionary<Role, Text> Names = new Dictionary<Role, Text>
    {
        [Role.Official] = new("工作人员", "사업일군", En: "official"),
        [Role.Reviewer] = new("审核员", "심사원", En: "reviewer"),
        [Role.Jury] = new("评委", "심사위원", En: "juror"),
        [Role.Administrator] = new("管理员", "관리자", En: "administrator"),
    };

    public static readonly IReadOnlyList<TellingKind> Kinds =
    [
        new(
            Given,
            new("新的身份", "새 역할", En: "A new role"),
            new("您已成为{place}的{role}。", "귀하는 {place}의 {role}(으)로 되였습니다.", En: "You are now {role} of {place}.")
        ),
        new(
            Ending,
            new("身份即将到期", "역할 만료 예정", En: "A role ends soon"),
            new(
                "您在{place}的{role}身份将于 {until} 到期。",
                "{place}의 {role} 역할이 {until}에 끝납니다.",
                En: "Your role as {role} of {place} ends on {until}."
            )
        ),
        new(
            Ended,
            new("身份已收回", "역할 종료", En: "A role has ended"),
            new("您在{place}的{role}身份已收回。", "{place}의 {role} 역할이 끝났습니다.", En: "Your role as {role} of {place} has ended.")
        ),
    ];

    public static Telling Of(string kind, Grant grant, string person, Divisions divisions, DateTimeOffset at) =>
        new(
            $"{kind}-{grant.Id}-{at.ToUnixTimeSeconds()}",
            kind,
            new Addressee(person),
            at,
            new Dictionary<string, Text>
            {
                ["place"] = divisions.Find(grant.Region)?.Name ?? new Text(grant.Region.Value),
                ["role"] = Names.GetValueOrDefault(grant.Role) ?? new Text(grant.Role.ToString()),
                ["until"] = new(grant.Until is { } until ? Day.Of(until).ToString() : ""),
            },
            "/me"
        );
}
