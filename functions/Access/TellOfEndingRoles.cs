using Microsoft.Azure.Functions.Worker;

namespace EStation.Access;

/// <summary>Every morning: tells people whose role ends within a week.</summary>
public sealed class TellOfEndingRoles(TellingOfRoles roles)
{
    [Function(nameof(TellOfEndingRoles))]
    public Task Run([TimerTrigger("0 10 0 * * *")] TimerInfo timer) => roles.EndingAsync(); // 8:10 in Shanghai
}
