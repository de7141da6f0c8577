using EStation.Settings;

namespace EStation.People;

/// <param name="PerPhonePerDay"><c>Messages:PerPhonePerDay</c>: how many messages others may cause to a phone in a day.</param>
public sealed record PhoneMessagesOptions(int PerPhonePerDay)
{
    public static PhoneMessagesOptions Read(SettingReader read) => new(read.Number("Messages:PerPhonePerDay", 3));
}
