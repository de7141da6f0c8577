namespace EStation.Accounts;

public static class AccountRefusals
{
    public static readonly Refusal CodeInvalid = new(
        401,
        "code.invalid",
        new("验证码错误或已失效。", "인증번호가 틀렸거나 만료되였습니다.", En: "The sign-in code is wrong, expired or already used.")
    );
    private static readonly Refusal WorkNeeded = new(
        429,
        "sign-in.proof-needed",
        new(
            "现在获取验证码的人多，您的手机需要先做一次验证。",
            "지금 인증번호를 받으려는 사람이 많아 휴대전화에서 먼저 확인을 한번 거쳐야 합니다.",
            En: "Many codes are requested from this network. Solve the proof of work and repeat the request."
        )
    );

    public static Refusal ProofNeeded(Proof proof) => WorkNeeded with { Proof = proof, RetryAfter = TimeSpan.Zero };
}
