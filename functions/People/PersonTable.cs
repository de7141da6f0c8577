using System.Security.Cryptography;
using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Identity;
using EStation.Privacy;
using EStation.Regions;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.IdentityModel.Tokens;

namespace EStation.People;

/// <summary>
/// People by id in <c>People</c>, and the way from a phone to the id in <c>Phones</c>; a partition and a row of the same name each.
/// </summary>
/// <remarks>A row key that many partitions share would make Azurite search them all.</remarks>
internal sealed class PersonTable(StorageAccounts accounts, PhoneVault phones, ErasureTable erasures, IMemoryCache cache)
{
    private const string PersonColumn = "Person";
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(60);

    private TableClient People => accounts.Table("People");

    private TableClient Phones => accounts.Table("Phones");

    /// <summary>The person as of at most a minute ago.</summary>
    public async Task<Person?> FindAsync(string id)
    {
        if (cache.TryGetValue(CacheKey(id), out Person? known))
            return known;
        return await FindFreshAsync(id);
    }

    /// <summary>The person as of now.</summary>
    public async Task<Person?> FindFreshAsync(string id) => await ReadAsync(id) is { } stored ? Remember(stored.Person) : null;

    /// <summary>The person behind a phone, if there is one.</summary>
    public async Task<Person?> FindAsync(Phone phone) => await IdOfAsync(phone) is { } id ? await FindFreshAsync(id) : null;

    /// <summary>The person behind a phone; a new one where there is none yet.</summary>
    public async Task<Person> FindOrMakeAsync(Phone phone, DateTimeOffset now)
    {
        var id = await IdOfAsync(phone) ?? await MakeIdAsync(phone);
        if (await FindFreshAsync(id) is { } known)
            return known;
        if (await erasures.IsErasedNowAsync(id))
        {
            // The erasure has not come to the phone yet, or was overtaken here: whoever signs in now is somebody new.
            await ForgetAsync(id, HashesOf(phone));
            return await FindOrMakeAsync(phone, now);
        }

        var earlier = await erasures.ReadEarlierAsync(HashesOf(phone));
        var person = new Person(id, phone, new Profile(), now, Earlier: earlier.Count > 0 ? earlier : null);
        if (await People.TryWriteAsync(RowOf(person), read: null))
            return Remember(person);

        // Signed in twice at once; what has been stored since must not be replaced.
        return await FindFreshAsync(id) ?? throw new InvalidOperationException("A person is there and is not.");
    }

    /// <summary>Changes a person as it is now, and again if somebody else was faster.</summary>
    public async Task<Person?> ChangeAsync(string id, Func<Person, Person> change)
    {
        while (await ReadAsync(id) is { } stored)
        {
            var changed = change(stored.Person);
            if (await People.TryWriteAsync(RowOf(changed), stored.Read))
                return Remember(changed);
        }

        return null;
    }

    /// <summary>The keyed hashes by which a phone may be known: the current one first.</summary>
    public IReadOnlyList<string> HashesOf(Phone phone) => phones.HashesOf(phone);

    /// <summary>Takes away the way from the phone to the person, then the person.</summary>
    public async Task ForgetAsync(string id, IEnumerable<string> phoneHashes)
    {
        foreach (var hash in phoneHashes)
        {
            if (await Phones.FindAsync(hash, hash) is { } row && row.GetString(PersonColumn) == id)
                await Phones.DeleteEntityAsync(hash, hash, row.ETag);
        }

        await People.DeleteEntityAsync(id, id);
        cache.Remove(CacheKey(id));
    }

    /// <summary>After a rotation of the secret: writes phones, and the ways from them, by the current one.</summary>
    /// <returns>How many people it was.</returns>
    public async Task<int> RenewAsync()
    {
        var renewed = 0;
        await foreach (var row in People.QueryAsync<TableEntity>(phones.NotCurrent()))
        {
            var hashes = phones.HashesOf(phones.Decrypt(row.GetString("Phone")));
            if (await Phones.FindAsync(hashes[0], hashes[0]) is null)
                await Phones.TryWriteAsync(new TableEntity(hashes[0], hashes[0]) { [PersonColumn] = row.PartitionKey }, read: null);
            if (await ChangeAsync(row.PartitionKey, person => person) is null)
                continue; // erased meanwhile; whatever was just written goes at the second look
            foreach (var old in hashes.Skip(1))
                await Phones.DeleteEntityAsync(old, old);
            renewed++;
        }

        return renewed;
    }

    private async Task<string?> IdOfAsync(Phone phone)
    {
        var hashes = phones.HashesOf(phone);
        foreach (var hash in hashes)
        {
            if (await Phones.FindAsync(hash, hash) is not { } row)
                continue;
            var id = row.GetString(PersonColumn);
            if (hash != hashes[0]) // the secret was rotated since: next time the previous one may be gone
                await Phones.UpsertEntityAsync(new TableEntity(hashes[0], hashes[0]) { [PersonColumn] = id });
            return id;
        }

        return null;
    }

    // The id is random: nothing leads from it to the phone but this row.
    private async Task<string> MakeIdAsync(Phone phone)
    {
        var id = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(16));
        var hash = phones.HashesOf(phone)[0];
        return await Phones.TryWriteAsync(new TableEntity(hash, hash) { [PersonColumn] = id }, read: null)
            ? id
            : await IdOfAsync(phone) ?? throw new InvalidOperationException("A phone is taken by nobody.");
    }

    private async Task<(Person Person, ETag Read)?> ReadAsync(string id)
    {
        var row = await People.FindAsync(id, id);
        return row is null ? null : (PersonOf(row), row.ETag);
    }

    /// <summary>Somebody without a place is about to name one, perhaps to another instance: that must not be missed for a minute.</summary>
    private Person Remember(Person person) =>
        person.Place is null
            ? person
            : cache.Set(CacheKey(person.Id), person, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Freshness });

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
            ["Earlier"] = person.Earlier is { } earlier ? JsonSerializer.Serialize(earlier) : null,
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
            row.GetString("Earlier") is { } earlier ? JsonSerializer.Deserialize<EarlierUse[]>(earlier) : null
        );
}
