using EStation.Settings;

namespace EStation.Inbox;

/// <param name="Burst"><c>Inbox:BurstSeconds</c>: for so long after a message to a phone, what follows waits for one message together.</param>
public sealed record InboxOptions(TimeSpan Burst)
{
    private const int UsualSeconds = 300;

    public static InboxOptions Read(SettingReader read) => new(TimeSpan.FromSeconds(read.Number("Inbox:BurstSeconds", UsualSeconds)));
}
