using System.Globalization;

namespace EStation.Accounts.SignIn;

public static class CodeMessage
{
    public static string In(Language language, string code, TimeSpan lifetime)
    {
        var minutes = lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture);
        return new Text(
            $"【科普中国乡村e站】验证码 {code}，{minutes} 分钟内有效。请勿告诉他人。",
            $"【과학보급중국 향촌e역】인증번호 {code}, {minutes}분 내에 유효합니다. 다른 사람에게 알려주지 마세요.",
            En: $"[Rural science e-station] Your code is {code}, valid for {minutes} minutes. Tell nobody."
        ).In(language);
    }
}
