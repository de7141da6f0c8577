using EStation.Settings;

namespace EStation.People;

/// <summary>Limits of signing in, and who administers the province.</summary>
public sealed record SignInOptions(int PerPhonePerHour, int PerAddressPerMinute, int MessagesPerDay, IReadOnlyList<Phone> Administrators)
{
    public static SignInOptions Read(SettingReader read) =>
        new(
            read.Number("SignIn:PerPhonePerHour", 5),
            read.Number("SignIn:PerAddressPerMinute", 60),
            read.Number("SignIn:MessagesPerDay", 20_000),
            read.Many<Phone>("Administrators")
        );
}
