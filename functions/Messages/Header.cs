using EStation.Settings;

namespace EStation.Messages;

/// <summary>A header for the gateway: <c>Messages:Headers:0:Name</c> and <c>:Value</c>. In Azure no name of a setting has a hyphen.</summary>
public sealed record Header(string Name, string Value)
{
    private const string Setting = "Messages:Headers";

    public static IReadOnlyList<Header> ReadAll(SettingReader read) =>
        [
            .. read.List(Setting)
                .Select(entry =>
                    entry.TryGetValue("Name", out var name) && entry.TryGetValue("Value", out var value)
                        ? new Header(name, value)
                        : throw new SettingException(Setting, "must have a Name and a Value in each entry.")
                ),
        ];
}
