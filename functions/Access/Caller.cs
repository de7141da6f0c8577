using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EStation.Access;

/// <summary>Who calls a function, as far as its <see cref="AccessAttribute"/> says, and in which regions.</summary>
public sealed class Caller(string id, Person? person, IReadOnlyList<Role> declared, Invocation invocation, Roles roles, AuditLog log)
{
    private RegionCode? allowed;

    public string Id => id;

    public Person Person => person ?? throw new InvalidOperationException($"{invocation.Function} declares that it needs no person.");

    /// <summary>Where the caller was last found to have one of the function's roles.</summary>
    public RegionCode Region => allowed ?? throw new InvalidOperationException($"{invocation.Function} has not asked for a region.");

    internal bool IsInRegion => allowed is not null;

    /// <summary>
    /// What is loaded. Refused with 404 when there is nothing, and with 403 when the caller has none of the function's roles in its region.
    /// </summary>
    public async Task<Result<T>> FindAsync<T>(Task<T?> load, Func<T, RegionCode> regionOf)
        where T : class => await load is { } found ? await CheckAsync(found, regionOf(found)) : Refusal.NotFound;

    /// <inheritdoc cref="FindAsync{T}(Task{T}, Func{T, RegionCode})"/>
    public async Task<Result<T>> FindAsync<T>(Task<T?> load, Func<T, RegionCode> regionOf)
        where T : struct => await load is { } found ? await CheckAsync(found, regionOf(found)) : Refusal.NotFound;

    /// <summary>Null when the caller has one of the function's roles in a region; else the refusal, which is recorded.</summary>
    /// <param name="subject">What it is about, by id; the first value of the path when it is null.</param>
    public async Task<Refusal?> RefuseAsync(RegionCode region, string? subject = null)
    {
        if (await RefuseAsync(declared, region, subject) is { } missing)
            return missing;
        allowed = region;
        return null;
    }

    /// <summary>The same for other roles than the function's.</summary>
    public async Task<Refusal?> RefuseAsync(IReadOnlyList<Role> wanted, RegionCode region, string? subject = null) =>
        await MayAsync(wanted, region) ? null : await RecordRefusalAsync(region, subject);

    /// <summary>Whether the caller has one of the wanted roles in a region. The question is not recorded.</summary>
    public Task<bool> MayAsync(IReadOnlyList<Role> wanted, RegionCode region) => roles.MayAsync(Person, wanted, region);

    /// <summary>Where the caller has one of the function's roles.</summary>
    public async Task<IReadOnlyList<RegionCode>> RegionsAsync() =>
        [.. (await roles.OfAsync(Person)).Where(authority => declared.Contains(authority.Role)).Select(authority => authority.Region)];

    /// <summary>The widest of <see cref="RegionsAsync"/>. The province when there is none: a request for it is refused.</summary>
    public async Task<RegionCode> WidestRegionAsync() =>
        await RegionsAsync() is { Count: > 0 } regions ? regions.MinBy(region => region.Level) : RegionCode.Province;

    /// <summary>Records that the caller used a role or read personal data.</summary>
    /// <param name="subject">What it was about, by id; the first value of the path when it is null.</param>
    public Task RecordAsync(RegionCode region, string? subject = null) =>
        log.RecordAsync(Person, invocation.Function, region, subject ?? invocation.Subject);

    /// <summary>The role alone, before the region is known.</summary>
    internal async Task<Refusal?> RefuseAnywhereAsync() =>
        await roles.MayAsync(Person, declared, region: null) ? null : await RecordRefusalAsync(RegionCode.Province, subject: null);

    private async Task<Result<T>> CheckAsync<T>(T found, RegionCode region)
        where T : notnull => await RefuseAsync(region) is { } outside ? outside : found;

    private async Task<Refusal> RecordRefusalAsync(RegionCode region, string? subject)
    {
        await log.RecordRefusalAsync(id, invocation.Function, region, subject ?? invocation.Subject);
        return AccessRefusals.RoleMissing;
    }
}

public static class CallerOfRequest
{
    /// <summary>The caller whom the function declares to need.</summary>
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<Caller>();
}
