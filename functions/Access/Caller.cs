using EStation.People;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EStation.Access;

public sealed class Caller(string id, Person? person, IReadOnlyList<Role> declared, Invocation invocation, Roles roles, AuditLog log)
{
    private RegionCode? allowed;

    public string Id => id;

    public Person Person => person ?? throw new InvalidOperationException($"{invocation.Function} declares that it needs no person.");

    public RegionCode Region => allowed ?? throw new InvalidOperationException($"{invocation.Function} has not asked for a region.");

    internal bool IsInRegion => allowed is not null;

    /// <summary>Returns the value, 404 when there is none, or 403 when the caller has no role of the function there.</summary>
    public async Task<Result<T>> FindAsync<T>(Task<T?> load, Func<T, RegionCode> regionOf)
        where T : class => await load is { } found ? await CheckAsync(found, regionOf(found)) : Refusal.NotFound;

    public async Task<Result<T>> FindAsync<T>(Task<T?> load, Func<T, RegionCode> regionOf)
        where T : struct => await load is { } found ? await CheckAsync(found, regionOf(found)) : Refusal.NotFound;

    /// <summary>Returns null when the caller has one of the function's roles in the region, else a recorded refusal.</summary>
    public async Task<Refusal?> RefuseAsync(RegionCode region, string? subject = null)
    {
        if (await RefuseAsync(declared, region, subject) is { } missing)
            return missing;
        allowed = region;
        return null;
    }

    public async Task<Refusal?> RefuseAsync(IReadOnlyList<Role> wanted, RegionCode region, string? subject = null) =>
        await MayAsync(wanted, region) ? null : await RecordRefusalAsync(region, subject);

    public Task<bool> MayAsync(IReadOnlyList<Role> wanted, RegionCode region) => roles.MayAsync(Person, wanted, region);

    public async Task<IReadOnlyList<RegionCode>> RegionsAsync() =>
        [.. (await roles.OfAsync(Person)).Where(authority => declared.Contains(authority.Role)).Select(authority => authority.Region)];

    /// <summary>The widest region around a place in which the caller has a role; null when there is none.</summary>
    public async Task<RegionCode?> WidestAsync(Role role, RegionCode place) =>
        (await roles.OfAsync(Person))
            .Where(authority => authority.Role == role && authority.Region.Contains(place))
            .Select(authority => (RegionCode?)authority.Region)
            .MinBy(region => region!.Value.Level);

    /// <summary>The widest of <see cref="RegionsAsync"/>, or the province when there is none: a request for it is refused.</summary>
    public async Task<RegionCode> WidestRegionAsync() =>
        await RegionsAsync() is { Count: > 0 } regions ? regions.MinBy(region => region.Level) : RegionCode.Province;

    public Task RecordAsync(RegionCode region, string? subject = null) =>
        log.RecordAsync(Person, invocation.Function, region, subject ?? invocation.Subject);

    /// <summary>Checks the role alone, before the region is known.</summary>
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
    public static Caller Caller(this HttpRequest request) => request.HttpContext.Features.GetRequiredFeature<Caller>();
}
