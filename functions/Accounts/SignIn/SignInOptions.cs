using EStation.Settings;

namespace EStation.Accounts.SignIn;

public sealed record SignInOptions(int PerPhonePerHour, int PerAddressPerMinute, int MessagesPerDay)
{
    public static SignInOptions Read(SettingReader read) =>
        new(
            read.Number("SignIn:PerPhonePerHour", 5),
            read.Number("SignIn:PerAddressPerMinute", 60),
            read.Number("SignIn:MessagesPerDay", 20_000)
        );
}
