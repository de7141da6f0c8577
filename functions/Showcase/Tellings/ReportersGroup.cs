using EStation.Inbox;
using EStation.Showcase.Reviews;

namespace EStation.Showcase.Tellings;

/// <summary>Those who have reported a video.</summary>
public sealed class ReportersGroup(JudgementTable judgements) : IGroup
{
    public const string GroupName = "reporters";

    public string Name => GroupName;

    public async Task<IReadOnlyList<Addressee>> ListAsync(string reference) =>
        [.. (await judgements.ReadReportersAsync(VideoId.Parse(reference))).Select(person => new Addressee(person))];
}
