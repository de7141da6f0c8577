using Microsoft.Extensions.Internal;

namespace EStation.Storage;

/// <summary>Lets the memory cache use the app's clock.</summary>
public sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
