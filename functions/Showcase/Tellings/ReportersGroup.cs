using System.Globalization;
using EStation.Inbox;
using EStation.Showcase.Reviews;

namespace EStation.Showcase.Tellings;

/// <summary>Those who have reported a video.</summary>
public sealed class ReportersGroup(JudgementTable judgements) : IGroup
{
    public const string GroupName = "reporters";

    public string Name => GroupName;

    /// <summary>Those whose reports are not settled yet.</summary>
    public static Addressee Of(Video video) =>
        Addressee.GroupOf(
            GroupName,
            string.Create(CultureInfo.InvariantCulture, $"{video.Id}|{(video.Settled?.Until ?? default).UtcTicks}")
        );

    public async Task<IReadOnlyList<Addressee>> ListAsync(string reference)
    {
        var parts = reference.Split('|');
        var after = new DateTimeOffset(parts is [_, var ticks] ? long.Parse(ticks, CultureInfo.InvariantCulture) : 0, TimeSpan.Zero);
        return [.. (await judgements.ReadReportersAsync(VideoId.Parse(parts[0]), after)).Select(person => new Addressee(person))];
    }
}
