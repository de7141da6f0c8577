namespace EStation.Access;

public static class AccessRefusals
{
    public static readonly Refusal TokenMissing = new(
        401,
        "token.missing",
        new("请先登录。", "먼저 로그인하세요.", En: "A token is required.")
    );
    public static readonly Refusal TokenInvalid = new(
        401,
        "token.invalid",
        new(
            "登录已失效，请重新登录。",
            "로그인이 만료되였습니다. 다시 로그인하세요.",
            En: "The token is invalid or expired. Sign in again."
        )
    );
    public static readonly Refusal SecondNotIndependent = new(
        403,
        "second.not-independent",
        new(
            "须由另一位独立的管理员确认：双方的身份不得由对方授予，也不得在提出之后才授予。",
            "독립된 다른 관리자가 확인해야 합니다. 서로 상대에게서 역할을 받았거나 제출 후에 받은 관리자는 확인할수 없습니다.",
            En: "Another, independent administrator has to confirm: neither gave the other the role, and it was given before the proposal."
        )
    );
    public static readonly Refusal RoleMissing = new(
        403,
        "role.missing",
        new("您没有此操作的权限。", "이 작업을 할 권한이 없습니다.", En: "The caller's roles do not allow this.")
    );
}
