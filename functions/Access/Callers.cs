using EStation.Identity;
using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Access;

/// <summary>Who is asking, and what they may do.</summary>
public sealed class Callers(
    Tokens tokens,
    PersonTable people,
    Roles roles,
    GrantTable grants,
    AuditTable audit,
    ErasureTable erasures,
    IMemoryCache cache,
    TimeProvider time
)
{
    private const string Bearer = "Bearer ";
    private const int MostRefusalsAnHour = 5;

    /// <summary>The person's id, from the token alone: nothing is read but once a minute the list of those who were erased.</summary>
    public async Task<Result<string>> IdOfAsync(HttpRequest request)
    {
        if ((await HolderOfAsync(request)).Refused(out var refusal, out var person))
            return refusal;
        return await erasures.IsErasedAsync(person) ? AccessRefusals.TokenInvalid : person;
    }

    /// <summary>Whose token it is, also of somebody who was erased.</summary>
    public async Task<Result<string>> HolderOfAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return AccessRefusals.TokenMissing;
        return
            header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && await tokens.ReadAsync(header[Bearer.Length..].Trim()) is { } person
            ? person
            : AccessRefusals.TokenInvalid;
    }

    /// <summary>The person, at most a minute old.</summary>
    public Task<Result<Person>> FindAsync(HttpRequest request) => FindAsync(request, people.FindAsync);

    /// <summary>The person as of now.</summary>
    public Task<Result<Person>> FindFreshAsync(HttpRequest request) => FindAsync(request, people.FindFreshAsync);

    /// <summary>The person, who must have a role in a region; whoever has not is refused, and that is recorded.</summary>
    /// <param name="region">Null when the place is not known yet: a role anywhere will do, and <see cref="RefuseAsync"/> decides
    /// later.</param>
    /// <param name="action">The function's name.</param>
    /// <param name="subject">What or whom it is about, by id.</param>
    public async Task<Result<Person>> RequireAsync(HttpRequest request, Role role, RegionCode? region, string action, string subject = "")
    {
        if ((await FindAsync(request)).Refused(out var refusal, out var person))
            return refusal;
        return await RefuseAsync(person, role, region, action, subject) is { } missing ? missing : person;
    }

    /// <summary>
    /// Something that is there, and the person, who must have a role in its region. The role is checked before anything is read, the region
    /// right after the load.
    /// </summary>
    public async Task<Result<(Person Person, T Found)>> RequireAsync<T>(
        HttpRequest request,
        Role role,
        Func<Task<T?>> load,
        Func<T, RegionCode> regionOf,
        string action,
        string subject
    )
        where T : class
    {
        if ((await RequireAsync(request, role, region: null, action, subject)).Refused(out var refusal, out var person))
            return refusal;
        if (await load() is not { } found)
            return Refusal.NotFound;
        return await RefuseAsync(person, role, regionOf(found), action, subject) is { } outside ? outside : (person, found);
    }

    /// <summary>Where the caller has a role: the widest region; the province where that is nowhere, which will be refused.</summary>
    public async Task<RegionCode> RegionOfAsync(HttpRequest request, Role role) =>
        (await FindAsync(request)).Refused(out _, out var person) ? RegionCode.Province
        : (await roles.OfAsync(person)).Where(authority => authority.Role == role).MinBy(authority => authority.Region.Level) is { } widest
            ? widest.Region
        : RegionCode.Province;

    /// <summary>Null when the person has the role in the region; else the refusal, which is recorded.</summary>
    public async Task<Refusal?> RefuseAsync(Person person, Role role, RegionCode? region, string action, string subject = "")
    {
        if (await roles.MayAsync(person, role, region))
            return null;
        await RecordRefusalAsync(new AuditEntry(time.Now(), person.Id, action, region ?? RegionCode.Province, subject, Allowed: false));
        return AccessRefusals.RoleMissing;
    }

    /// <summary>The first refusals of a person and function in an hour are recorded one by one, the others are counted in one entry.</summary>
    private Task RecordRefusalAsync(AuditEntry entry)
    {
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

    /// <summary>Records that somebody used a role or read personal data.</summary>
    public async Task RecordAsync(Person person, string action, RegionCode region, string subject)
    {
        await audit.AddAsync(new AuditEntry(time.Now(), person.Id, action, region, subject, Allowed: true));
        await grants.NoteUseAsync(person.Phone, region, time.Now());
    }

    private async Task<Result<Person>> FindAsync(HttpRequest request, Func<string, Task<Person?>> find)
    {
        if ((await IdOfAsync(request)).Refused(out var refusal, out var id))
            return refusal;
        return await find(id) is { IsLeaving: false } person ? person : AccessRefusals.TokenInvalid;
    }
}
