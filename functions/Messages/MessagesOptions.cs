using EStation.Settings;

namespace EStation.Messages;

/// <summary>Where messages to phones go.</summary>
internal enum Outlet
{
    /// <summary>The console, and a table for tests.</summary>
    Local,
}

internal sealed record MessagesOptions(Outlet Outlet)
{
    public static MessagesOptions Read(SettingReader read) => new(read.OneOf("Messages:Outlet", Outlet.Local));
}
