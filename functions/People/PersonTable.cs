using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Identity;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace EStation.People;

/// <summary>A partition and a row per person. <see cref="PhoneTable"/> maps a phone to the id.</summary>
/// <remarks>Azurite would search all partitions for a row key that they share.</remarks>
[PersonalColumn("People", "", "Name", Personal.Name, ExportedAs = "profile")]
[PersonalColumn("People", "", "Allowances", Personal.Name, ExportedAs = "profile")]
[PersonalColumn("People", "", "ConsentGuardian", Personal.Name, ExportedAs = "profile")]
[PersonalColumn("People", "", "PartitionKey", Personal.Id, ExportedAs = "profile")]
[PersonalColumn("People", "", "Phone", Personal.Phone, ExportedAs = "profile")]
[PersonalColumn("People", "", "RowKey", Personal.Id, ExportedAs = "profile")]
public sealed class PersonTable(
    StorageAccounts accounts,
    PhoneTable phoneTable,
    PhoneVault phones,
    ErasureTable erasures,
    IMemoryCache cache
)
{
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    private TableClient People => accounts.Table("People");

    /// <summary>Random, so that only the phone's row links it to the phone.</summary>
    public static string NewId() => Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));

    public async Task<Person?> FindAsync(string id) =>
        // Without a place the cache is skipped: the person may set one at another instance.
        Known(id) is { Person: { Place: not null } person }
            ? person
            : await FindFreshAsync(id);

    public async Task<Person?> FindFreshAsync(string id) => (await ReadAsync(id))?.Person;

    public Task<Person> FindOrMakeAsync(Phone phone, DateTimeOffset now) =>
        OptimisticConcurrency.RetryAsync(async _ =>
        {
            var fresh = NewId();
            var use = await phoneTable.DecideAsync(phone, use => (use.Taken(fresh), use.Taken(fresh)));
            return await FindOrMakeAsync(phone, use, now);
        });

    /// <returns>Null when the phone's row has changed.</returns>
    public async Task<Person?> FindOrMakeAsync(Phone phone, PhoneUse use, DateTimeOffset now)
    {
        if (use.Person is not { } id)
            return null;
        if (use.IsTaken && await FindFreshAsync(id) is { } known)
            return known;
        if (use.IsTaken && await erasures.IsErasedNowAsync(id))
        {
            // The erasure has not reached the phone's row yet, so this sign-in gets a new person.
            await ForgetAsync(id, phoneTable.HashesOf(phone));
            return null;
        }

        var person = new Person(id, phone, new Profile(), now, Earlier: use.At(now).Earlier is { Count: > 0 } earlier ? earlier : null);
        if (await WriteAsync(person, read: null) is { } made)
            return made;

        // A concurrent sign-in has created the row, which must stay as it is.
        return await FindFreshAsync(id);
    }

    /// <summary>Stores the phone of a person whom another signs up, under an id that no phone maps to. Idempotent.</summary>
    public Task AddGuestAsync(Person guest) => People.TryWriteAsync(RowOf(guest), read: null);

    public async Task<Person?> ChangeAsync(string id, Func<Person, Person> change)
    {
        for (var known = Known(id); (known ?? await ReadAsync(id)) is { Person.IsLeaving: false } stored; known = null)
        {
            if (await WriteAsync(change(stored.Person), stored.Read) is { } changed)
                return changed;
        }

        return null;
    }

    /// <summary>Blocks changes of a person who is being erased.</summary>
    /// <returns>The final state; null when the person does not exist.</returns>
    public async Task<Person?> LeaveAsync(string id)
    {
        await OptimisticConcurrency.RetryAsync(async () =>
            await ReadAsync(id) is not { } stored
            || stored.Person.IsLeaving
            || await WriteAsync(stored.Person with { IsLeaving = true }, stored.Read) is not null
        );
        return await FindFreshAsync(id);
    }

    public async Task ForgetAsync(string id, IEnumerable<string> phoneHashes)
    {
        foreach (var hash in phoneHashes)
            await phoneTable.ForgetAsync(hash, id);
        await DeleteAsync(id);
    }

    public async Task DeleteAsync(string id)
    {
        await People.DeleteEntityAsync(id, id);
        cache.Remove(CacheKey(id));
    }

    /// <summary>The ids of people who are registered and not counted as residents.</summary>
    public IAsyncEnumerable<string> ListUncountedAsync() =>
        People
            .QueryAsync<TableEntity>("Registered eq true", select: ["PartitionKey", "Counted"])
            .Where(row => row.GetBoolean("Counted") != true)
            .Select(row => row.PartitionKey);

    /// <summary>After a rotation of the secret: writes phones, and the ways from them, by the current one.</summary>
    /// <returns>How many people it was.</returns>
    public async Task<int> RenewAsync()
    {
        var renewed = 0;
        await foreach (var row in People.QueryAsync<TableEntity>(phones.NotCurrent()))
        {
            var phone = phones.Decrypt(row.GetString("Phone"));
            await phoneTable.MoveAsync(phone);
            if (await ChangeAsync(row.PartitionKey, person => person) is null)
                continue; // erased meanwhile: the second pass deletes this write
            await phoneTable.DeleteFormerAsync(phone);
            renewed++;
        }

        return renewed;
    }

    private async Task<Stored?> ReadAsync(string id) =>
        await People.FindAsync(id, id) is { } row ? Remember(new Stored(PersonOf(row), row.ETag)) : null;

    private async Task<Person?> WriteAsync(Person person, ETag? read)
    {
        if (await People.WriteAsync(RowOf(person), read) is { } written)
            return Remember(new Stored(person, written)).Person;
        cache.Remove(CacheKey(person.Id));
        return null;
    }

    private Stored? Known(string id) => cache.Get<Stored>(CacheKey(id));

    private Stored Remember(Stored stored) =>
        cache.Set(
            CacheKey(stored.Person.Id),
            stored,
            new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness }
        );

    private static string CacheKey(string id) => "person|" + id;

    private TableEntity RowOf(Person person) =>
        new(person.Id, person.Id)
        {
            ["Phone"] = phones.Encrypt(person.Phone),
            ["Name"] = person.Profile.Name,
            ["Village"] = person.Profile.Village?.Value,
            ["Gender"] = (int?)person.Profile.Gender,
            ["BirthYear"] = person.Profile.BirthYear,
            ["EthnicGroup"] = person.Profile.EthnicGroup,
            ["LeftBehind"] = person.Profile.LeftBehind,
            ["Language"] = person.Profile.Language.Code(),
            ["CreatedAt"] = person.CreatedAt,
            ["County"] = person.County?.Value,
            ["Registered"] = person.Registered,
            ["ConsentVersion"] = person.Consent?.Version,
            ["ConsentGuardian"] = person.Consent?.Guardian,
            ["ConsentAt"] = person.Consent?.At,
            ["Preferences"] = person.Preferences == Preferences.Usual ? null : JsonSerializer.Serialize(person.Preferences),
            ["Earlier"] = person.Earlier is { } earlier ? JsonSerializer.Serialize(earlier) : null,
            ["Counted"] = person.IsCounted,
            ["Allowances"] = person.Allowances.Count > 0 ? JsonSerializer.Serialize(person.Allowances) : null,
            ["Leaving"] = person.IsLeaving ? true : null,
        };

    private Person PersonOf(TableEntity row) =>
        new(
            row.PartitionKey,
            phones.Decrypt(row.GetString("Phone")),
            new Profile(
                row.GetString("Name"),
                row.GetString("Village") is { } village ? RegionCode.Parse(village) : null,
                (Gender?)row.GetInt32("Gender"),
                row.GetInt32("BirthYear"),
                row.GetString("EthnicGroup"),
                row.GetBoolean("LeftBehind") ?? false,
                Languages.Parse(row.GetString("Language")) ?? Language.Zh
            ),
            row.GetDateTimeOffset("CreatedAt")!.Value,
            row.GetString("County") is { } county ? RegionCode.Parse(county) : null,
            row.GetBoolean("Registered") ?? false,
            row.GetString("Earlier") is { } earlier ? JsonSerializer.Deserialize<EarlierUse[]>(earlier) : null,
            row.GetBoolean("Leaving") ?? false,
            row.GetString("ConsentVersion") is { } version
                ? new Consent(version, row.GetString("ConsentGuardian"), row.GetDateTimeOffset("ConsentAt")!.Value)
                : null
        )
        {
            Preferences = row.GetString("Preferences") is { } preferences
                ? JsonSerializer.Deserialize<Preferences>(preferences)!
                : Preferences.Usual,
            IsCounted = row.GetBoolean("Counted") ?? false,
            Allowances = row.GetString("Allowances") is { } allowances ? JsonSerializer.Deserialize<Allowance[]>(allowances)! : [],
        };

    private sealed record Stored(Person Person, ETag Read);
}
