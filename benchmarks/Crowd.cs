using EStation.Identity;
using EStation.People;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Benchmarks;

/// <summary>Farmers with a token and a village, created without signing in, because the benchmarks measure only later requests.</summary>
internal static class Crowd
{
    private const int AtOnce = 32;

    public static IReadOnlyList<RegionCode> Counties(int count) =>
        [.. Divisions.Counties.Where(county => VillagesOf(county).Length > 0).Take(count)];

    public static RegionCode[] VillagesOf(RegionCode county) =>
        [.. Divisions.Find(county)!.Children.SelectMany(town => town.Children).Select(village => village.Code)];

    private static Divisions Divisions => Divisions.Listed;

    /// <summary>Creates people in the given counties in turn, in all villages of each in turn, and returns their tokens.</summary>
    public static async Task<IReadOnlyList<string>> GatherAsync(StorageAccounts storage, int people, IReadOnlyList<RegionCode> counties)
    {
        var villages = counties.Select(VillagesOf).ToArray();
        var cache = new MemoryCache(new MemoryCacheOptions());
        var vault = new PhoneVault(Stage.Secrets);
        var table = new PersonTable(
            storage,
            new PhoneTable(storage, vault, Stage.Secrets, cache, TimeProvider.System),
            vault,
            new ErasureTable(storage, TimeProvider.System),
            cache
        );
        var tokens = new Tokens(Stage.Secrets, TimeProvider.System);
        var made = new string[people];
        await Load.RunAsync(
            AtOnce,
            people,
            async (_, number) =>
            {
                var person = await table.FindOrMakeAsync(Phone.Parse($"139{number:D8}"), DateTimeOffset.UtcNow);
                var ofCounty = villages[number % villages.Length];
                var profile = new Profile("王小明", ofCounty[number / villages.Length % ofCounty.Length], Gender.Female, 1970, "01");
                await table.ChangeAsync(person.Id, stored => stored.With(profile) with { Registered = true });
                made[number] = tokens.Issue(person.Id).Value;
            }
        );
        return made;
    }
}
