using EStation.People;
using EStation.Regions;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Access;

public sealed class AuditLog(AuditTable audit, GrantTable grants, IMemoryCache cache, TimeProvider time)
{
    private const int MostRefusalsAnHour = 5;

    public async Task RecordAsync(Person person, string action, RegionCode region, string subject)
    {
        await audit.AddAsync(new AuditEntry(time.Now(), person.Id, action, region, subject, Allowed: true));
        await grants.NoteUseAsync(person.Phone, region, time.Now());
    }

    /// <summary>The first refusals per person, function and hour have an entry each; one more entry counts the rest.</summary>
    public Task RecordRefusalAsync(string person, string action, RegionCode region, string subject)
    {
        var entry = new AuditEntry(time.Now(), person, action, region, subject, Allowed: false);
        var hour = cache.GetOrCreate(
            $"refused|{entry.Person}|{entry.Action}|{entry.At.UtcTicks / TimeSpan.TicksPerHour}",
            cached =>
            {
                (cached.Size, cached.AbsoluteExpirationRelativeToNow) = (1, TimeSpan.FromHours(1));
                return new RefusalsOfAnHour();
            }
        )!;
        return hour.IsOneOf(MostRefusalsAnHour) ? audit.AddAsync(entry) : audit.CountAsync(hour.RestAfter(entry), hour.Key);
    }
}
