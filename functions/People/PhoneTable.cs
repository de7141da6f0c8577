using Azure;
using Azure.Data.Tables;
using EStation.Identity;
using EStation.Storage;
using Microsoft.Extensions.Caching.Memory;

namespace EStation.People;

/// <summary>Phones in <c>Phones</c>: a partition and a row each, named by a keyed hash of the phone.</summary>
[PersonalColumn("Phones", "", "PartitionKey", Personal.PhoneHash, ExportedAs = "profile", WhenErased = WhenErased.KeptForLimits)]
[PersonalColumn("Phones", "", "Person", Personal.Id, ExportedAs = "profile")]
[PersonalColumn("Phones", "", "RowKey", Personal.PhoneHash, ExportedAs = "profile", WhenErased = WhenErased.KeptForLimits)]
public sealed class PhoneTable(StorageAccounts accounts, PhoneVault phones, Secrets secrets, IMemoryCache cache, TimeProvider time)
{
    private const string PersonColumn = "Person";
    private const string ReservedColumn = "Reserved";
    private const string UseColumn = "Use";
    private const int MostTries = 20;

    // A challenge lives for ten minutes: answering it at the sending instance costs no read.
    private static readonly TimeSpan Remembered = TimeSpan.FromMinutes(12);

    private readonly Lock gate = new();

    private TableClient Table => accounts.Table("Phones");

    public IReadOnlyList<string> HashesOf(Phone phone) => phones.HashesOf(phone);

    public string HashOf(string address) =>
        Convert.ToHexStringLower(secrets.PhoneLookup.Current.Hash($"network|{ClientNetwork.NetworkOf(address)}").AsSpan(0, 12));

    /// <summary>May be a cached state.</summary>
    public Task<PhoneUse> SeeAsync(Phone phone) => RowOf(HashesOf(phone)).SeeAsync();

    public Task<PhoneUse> ReadAsync(Phone phone) => DecideAsync(phone, use => (use, use));

    public Task<TAnswer> DecideAsync<TAnswer>(Phone phone, Func<PhoneUse, (PhoneUse After, TAnswer Answer)> decide) =>
        RowOf(HashesOf(phone)).DecideAsync(decide);

    /// <summary>Reserves the id for sign-ups by others: always one read and one write, so timing reveals nothing.</summary>
    public async Task<string> AwaitAsync(Phone phone, DateTimeOffset until)
    {
        var hashes = HashesOf(phone);
        var fresh = PersonTable.NewId();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var rows = await Task.WhenAll(hashes.Select(hash => Table.FindAsync(hash, hash)));
            var use = (rows.FirstOrDefault(row => row is not null) is { } row ? UseOf(row) : PhoneUse.None).Awaiting(fresh, until);
            if (await WriteAsync(hashes[0], use.At(time.Now()), rows[0]?.ETag) is null)
                continue;
            cache.Remove(CacheKey(hashes[0]));
            return use.Person!;
        }

        throw new UnavailableException("A phone is too busy.");
    }

    public Task ForgetAsync(string hash, string person) => ChangeAsync(hash, use => use.Without(person));

    public async Task KeepAsync(Erasure erasure, string limit, IEnumerable<Day> used, DateTimeOffset until)
    {
        var before = erasure.Earlier.Where(earlier => earlier.Limit == limit).SelectMany(earlier => earlier.ByDay);
        var byDay = used.Select(day => KeyValuePair.Create(day, 1))
            .Concat(before)
            .GroupBy(day => day.Key, day => day.Value)
            .ToDictionary(day => day.Key, day => day.Sum());
        if (byDay.Count > 0)
            await ChangeAsync(erasure.PhoneHashes[0], use => use.Keeping(new EarlierUse(limit, byDay, until)));
    }

    /// <summary>Moves a row from a former hash to the current one after a rotation.</summary>
    public async Task MoveAsync(Phone phone)
    {
        var hashes = HashesOf(phone);
        cache.Remove(CacheKey(hashes[0]));
        if (await Table.FindAsync(hashes[0], hashes[0]) is null)
        {
            foreach (var former in hashes.Skip(1))
            {
                if (await Table.FindAsync(former, former) is { } row && await WriteAsync(hashes[0], UseOf(row), read: null) is not null)
                    break;
            }
        }
    }

    public async Task DeleteFormerAsync(Phone phone)
    {
        foreach (var former in HashesOf(phone).Skip(1))
            await Table.DeleteEntityAsync(former, former);
    }

    /// <param name="forget">Deletes a person with a reserved id: a failed sign-in may have left one.</param>
    public async Task TidyAsync(DateTimeOffset now, Func<string, Task> forget)
    {
        await foreach (var row in Table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Until lt {now}")))
        {
            var use = UseOf(row).At(now);
            if (!use.IsEmpty)
            {
                await WriteAsync(row.PartitionKey, use, row.ETag);
                continue;
            }

            if (use.Person is { } reserved)
                await forget(reserved);
            await DeleteAsync(row.PartitionKey, row.ETag);
        }
    }

    private async Task ChangeAsync(string hash, Func<PhoneUse, PhoneUse> change)
    {
        await OptimisticConcurrency.RetryAsync(async () =>
        {
            var row = await Table.FindAsync(hash, hash);
            var before = row is null ? PhoneUse.None : UseOf(row);
            var after = change(before).At(time.Now());
            return after.IsEmpty ? row is null || await DeleteAsync(hash, row.ETag) : await WriteAsync(hash, after, row?.ETag) is not null;
        });
        cache.Remove(CacheKey(hash));
    }

    private SharedRow<PhoneUse> RowOf(IReadOnlyList<string> hashes)
    {
        lock (gate)
        {
            return cache.GetOrCreate(
                CacheKey(hashes[0]),
                entry =>
                {
                    (entry.Size, entry.SlidingExpiration) = (1, Remembered);
                    return new SharedRow<PhoneUse>(() => ReadAsync(hashes), (use, read) => WriteAsync(hashes[0], use, read), time);
                }
            )!;
        }
    }

    private async Task<(PhoneUse Use, ETag? Read)> ReadAsync(IReadOnlyList<string> hashes)
    {
        foreach (var hash in hashes)
        {
            // After a rotation the former hash still finds the row; the next write uses the current hash.
            if (await Table.FindAsync(hash, hash) is { } row)
                return (UseOf(row), hash == hashes[0] ? row.ETag : null);
        }

        return (PhoneUse.None, null);
    }

    private Task<ETag?> WriteAsync(string hash, PhoneUse use, ETag? read)
    {
        var row = new TableEntity(hash, hash)
        {
            [PersonColumn] = use.Person,
            [ReservedColumn] = use.IsTaken ? null : true,
            ["Until"] = use.Until,
        };
        WideColumn.Set(row, UseColumn, Packed.Write(use with { Person = null }));
        return Table.WriteAsync(row, read);
    }

    private async Task<bool> DeleteAsync(string hash, ETag read)
    {
        try
        {
            await Table.DeleteEntityAsync(hash, hash, read);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status == 412)
        {
            return false;
        }
    }

    private static PhoneUse UseOf(TableEntity row)
    {
        var use = WideColumn.Get(row, UseColumn) is { } packed ? Packed.Read<PhoneUse>(packed) : PhoneUse.None;
        return use with
        {
            Person = row.GetString(PersonColumn),
            IsTaken = row.GetString(PersonColumn) is not null && row.GetBoolean(ReservedColumn) != true,
        };
    }

    private static string CacheKey(string hash) => "phone|" + hash;
}
