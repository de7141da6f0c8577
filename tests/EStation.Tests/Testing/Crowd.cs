using System.Globalization;
using EStation.Identity;
using EStation.People;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.Testing;

/// <summary>
/// Many farmers at once, made without the way through text messages: their profiles are stored, their tokens sealed with the tests' secret.
/// </summary>
internal static class Crowd
{
    private static readonly Secrets Secrets = new(new SecretsOptions(Convert.FromBase64String(HostProcess.MasterSecret), null));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="connectionString">The storage.</param>
    /// <param name="people">How many.</param>
    /// <param name="villages">Where they live, in turn.</param>
    /// <param name="moved">Every so-manieth has moved there from the first county: the ledger stays, the place is new.</param>
    public static async Task<IReadOnlyList<(string Id, string Token)>> GatherAsync(
        string connectionString,
        int people,
        IReadOnlyList<RegionCode> villages,
        int moved = 7
    )
    {
        var cache = new MemoryCache(new MemoryCacheOptions());
        var vault = new PhoneVault(Secrets);
        var table = new PersonTable(
            Accounts(connectionString),
            new PhoneTable(Accounts(connectionString), vault, Secrets, cache, TimeProvider.System),
            vault,
            new ErasureTable(Accounts(connectionString), TimeProvider.System),
            cache
        );
        var tokens = new Tokens(Secrets, TimeProvider.System);
        var crowd = new (string, string)[people];
        await Parallel.ForEachAsync(
            Enumerable.Range(0, people),
            new ParallelOptions { MaxDegreeOfParallelism = 16 },
            async (number, _) =>
            {
                var phone = Phone.Parse("137" + number.ToString("D8", CultureInfo.InvariantCulture));
                var person = await FindOrMakeAsync(table, phone);
                var village = villages[number % villages.Count];
                var county = number % moved == 0 ? villages[0].County : village.County;
                await table.ChangeAsync(
                    person.Id,
                    stored => stored with { Profile = new Profile("李四", village), County = county, Registered = true }
                );
                crowd[number] = (person.Id, tokens.Issue(person.Id).Value);
            }
        );
        return crowd;
    }

    // Storage that is slow is asked again: a crowd of thousands must not fail for one of them.
    private static async Task<Person> FindOrMakeAsync(PersonTable table, Phone phone)
    {
        for (var from = DateTimeOffset.UtcNow; ; )
        {
            try
            {
                return await table.FindOrMakeAsync(phone, DateTimeOffset.UtcNow);
            }
            catch (UnavailableException) when (DateTimeOffset.UtcNow - from < Patience) { }
        }
    }

    public static StorageAccounts Accounts(string connectionString) =>
        new(
            new StorageOptions(
                connectionString,
                null,
                null,
                null,
                null,
                new Dictionary<string, string>(),
                CreateMissing: true,
                TimeSpan.FromMinutes(1)
            ),
            []
        );
}
