using System.Globalization;
using EStation.Messages;
using EStation.People;

namespace EStation.Accounts.SignIn;

/// <summary>The message with a one-time code.</summary>
public static class CodeMessages
{
    public static readonly MessageTemplate Template = new(
        "signInCode",
        ["code", "minutes"],
        new Text(
            "验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。",
            "인증번호 {code}, {minutes}분 내에 유효합니다. 다른 사람에게 알려주지 마세요.",
            En: "Your code is {code}, valid for {minutes} minutes. Tell nobody."
        )
    );

    /// <param name="sealedChallenge">As the phone's answer has it.</param>
    public static Message Of(Challenge challenge, string sealedChallenge, Language language, DateTimeOffset now) =>
        new(
            challenge.Phone,
            Template,
            new Dictionary<string, string>
            {
                ["code"] = challenge.Code,
                ["minutes"] = Challenge.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture),
            },
            language,
            now,
            sealedChallenge
        );
}
