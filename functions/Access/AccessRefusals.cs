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
    public static readonly Refusal RoleMissing = new(
        403,
        "role.missing",
        new("您没有此操作的权限。", "이 작업을 할 권한이 없습니다.", En: "The caller's roles do not allow this.")
    );
}
