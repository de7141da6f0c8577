using Microsoft.Extensions.Internal;

namespace EStation.Storage;

public sealed class CacheClock(TimeProvider time) : ISystemClock
{
    public DateTimeOffset UtcNow => time.GetUtcNow();
}
