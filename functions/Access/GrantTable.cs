using Azure.Data.Tables;
using EStation.Identity;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Access;

/// <summary>Grants in one partition. A revoked one leaves an empty row, so revoking it again gets the same answer.</summary>
[PersonalColumn(
    "Grants",
    "",
    "GivenBy",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Grants",
    "",
    "Line",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Grants", "", "Phone", Personal.Phone, ExportedAs = "profile")]
public sealed class GrantTable
{
    private const string Partition = "grant";

    private readonly StorageAccounts accounts;
    private readonly PhoneVault phones;
    private readonly Secrets secrets;
    private readonly Cached<ILookup<Phone, Grant>> all;

    public GrantTable(StorageAccounts accounts, PhoneVault phones, Secrets secrets, TimeProvider time)
    {
        (this.accounts, this.phones, this.secrets) = (accounts, phones, secrets);
        all = new Cached<ILookup<Phone, Grant>>(ReadAllAsync, time);
    }

    private TableClient Table => accounts.Table("Grants");

    public async Task<IEnumerable<Grant>> OfAsync(Phone phone) => (await all.GetAsync())[phone];

    public async Task<IEnumerable<Grant>> ListAsync()
    {
        all.Forget();
        return (await all.GetAsync()).SelectMany(phone => phone);
    }

    public string IdOf(Phone phone, Role role, RegionCode region) =>
        Convert.ToHexStringLower(secrets.PhoneLookup.Current.Hash($"grant|{phone.E164}|{role}|{region}").AsSpan(0, 16));

    /// <returns>The existing grant, perhaps under an id from another secret; null when the grant is new.</returns>
    public async Task<Grant?> AddAsync(Grant grant)
    {
        var added = await OptimisticConcurrency.RetryAsync<(Grant? Before, bool Changed)>(async _ =>
        {
            if ((await ListAsync()).FirstOrDefault(grant.IsSameAs) is { } before)
            {
                if (before.Until == grant.Until)
                    return (before, false);
                if (!await ChangeAsync(before.Id, stored => stored.ChangedBy(grant)))
                    return null;
                return (null, true);
            }

            var revoked = await Table.FindAsync(Partition, grant.Id);
            if (revoked is not null && !IsRevoked(revoked) || !await Table.TryWriteAsync(RowOf(grant), revoked?.ETag))
                return null;
            return (null, true);
        });
        if (added.Changed)
            all.Forget();
        return added.Before;
    }

    public async Task NoteUseAsync(Phone phone, RegionCode region, DateTimeOffset now)
    {
        var used = (await OfAsync(phone))
            .Where(grant => grant.HoldsAt(now) && grant.Region.Contains(region) && now - grant.LastUsedAt is not { TotalDays: < 1 })
            .ToList();
        foreach (var grant in used)
            await ChangeAsync(grant.Id, stored => stored with { LastUsedAt = Day.Of(now).Start });
        if (used.Count > 0)
            all.Forget();
    }

    /// <returns>False when the grant was revoked or a concurrent write changed it.</returns>
    private async Task<bool> ChangeAsync(string id, Func<Grant, Grant> change) =>
        await Table.FindAsync(Partition, id) is { } row
        && !IsRevoked(row)
        && await Table.TryWriteAsync(RowOf(change(GrantOf(row))), row.ETag);

    /// <summary>The region of a grant, also of a revoked one; null when there never was one.</summary>
    public async Task<RegionCode?> RegionOfAsync(string id) =>
        await Table.FindAsync(Partition, id) is { } row ? RegionCode.Parse(row.GetString("Region")) : null;

    /// <summary>Revokes a grant, and its duplicate under another secret.</summary>
    public async Task RevokeAsync(string id)
    {
        var grants = (await ListAsync()).ToList();
        var twins = grants.FirstOrDefault(grant => grant.Id == id) is { } named ? grants.Where(named.IsSameAs) : [];
        // The named grant is last: as long as it exists, a failed request can be repeated.
        foreach (var twin in twins.OrderBy(twin => twin.Id == id))
            await RevokeRowAsync(twin.Id);
        all.Forget();
    }

    /// <summary>Encrypts phones with the current secret after a rotation, since the next rotation may remove the previous one.</summary>
    public async Task<int> RenewAsync()
    {
        var renewed = 0;
        await foreach (var row in Table.QueryAsync<TableEntity>(phones.NotCurrent()))
            renewed += await Table.TryWriteAsync(RowOf(GrantOf(row)), row.ETag) ? 1 : 0; // a conflicting write revoked or renewed it
        return renewed;
    }

    private Task RevokeRowAsync(string id) =>
        OptimisticConcurrency.RetryAsync(async () =>
            await Table.FindAsync(Partition, id) is not { } row
            || IsRevoked(row)
            || await Table.TryWriteAsync(new TableEntity(Partition, id) { ["Region"] = row.GetString("Region") }, row.ETag)
        );

    private async Task<ILookup<Phone, Grant>> ReadAllAsync()
    {
        var grants = new List<Grant>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Of(Partition, "")))
        {
            if (!IsRevoked(row))
                grants.Add(GrantOf(row));
        }

        return grants.ToLookup(grant => grant.Phone);
    }

    private static bool IsRevoked(TableEntity row) => row.GetString("Phone") is null;

    private TableEntity RowOf(Grant grant) =>
        new(Partition, grant.Id)
        {
            ["Phone"] = phones.Encrypt(grant.Phone),
            ["Role"] = grant.Role.ToString(),
            ["Region"] = grant.Region.Value,
            ["GivenBy"] = grant.GivenBy,
            ["GivenAt"] = grant.GivenAt,
            ["Until"] = grant.Until,
            ["LastUsedAt"] = grant.LastUsedAt,
            ["Line"] = grant.Line is null ? null : string.Join(',', grant.Line),
        };

    private Grant GrantOf(TableEntity row) =>
        new(
            row.RowKey,
            phones.Decrypt(row.GetString("Phone")),
            Enum.Parse<Role>(row.GetString("Role")),
            RegionCode.Parse(row.GetString("Region")),
            row.GetString("GivenBy"),
            row.GetDateTimeOffset("GivenAt")!.Value,
            row.GetDateTimeOffset("Until"),
            row.GetDateTimeOffset("LastUsedAt")
        )
        {
            Line = row.GetString("Line")?.Split(',', StringSplitOptions.RemoveEmptyEntries),
        };
}
