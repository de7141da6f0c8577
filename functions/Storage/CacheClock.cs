using Microsoft.Extensions.Internal;

namespace EStation.Storage;

/// <summary>The memory cache by the app's own clock.</summary>
public sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
