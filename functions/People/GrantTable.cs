using Azure.Data.Tables;
using EStation.Identity;
using EStation.Regions;
using EStation.Storage;

namespace EStation.People;

/// <summary>
/// Grants in <c>Grants</c>: one partition, read whole. A revoked one leaves an empty row, so that revoking it again is answered the same.
/// </summary>
internal sealed class GrantTable
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

    /// <summary>All grants as of now.</summary>
    public async Task<IEnumerable<Grant>> ListAsync()
    {
        all.Forget();
        return (await all.GetAsync()).SelectMany(phone => phone);
    }

    public string IdOf(Phone phone, Role role, RegionCode region) =>
        Convert.ToHexStringLower(secrets.PhoneLookup.Current.Hash($"grant|{phone.E164}|{role}|{region}").AsSpan(0, 16));

    /// <returns>False when it was there already.</returns>
    public async Task<bool> AddAsync(Grant grant)
    {
        while (true)
        {
            var row = await Table.FindAsync(Partition, grant.Id);
            if (row is not null && !IsRevoked(row))
                return false;
            if (await Table.TryWriteAsync(RowOf(grant), row?.ETag))
                break;
        }

        all.Forget();
        return true;
    }

    /// <summary>Where a grant holds, or held before it was revoked; null when there never was one.</summary>
    public async Task<RegionCode?> RegionOfAsync(string id) =>
        await Table.FindAsync(Partition, id) is { } row ? RegionCode.Parse(row.GetString("Region")) : null;

    public async Task RevokeAsync(string id)
    {
        while (await Table.FindAsync(Partition, id) is { } row && !IsRevoked(row))
        {
            if (await Table.TryWriteAsync(new TableEntity(Partition, id) { ["Region"] = row.GetString("Region") }, row.ETag))
                break;
        }

        all.Forget();
    }

    private async Task<ILookup<Phone, Grant>> ReadAllAsync()
    {
        var grants = new List<Grant>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Of(Partition, "")))
        {
            if (!IsRevoked(row))
                grants.Add(await RenewedAsync(row));
        }

        return grants.ToLookup(grant => grant.Phone);
    }

    // After a rotation of the secret: the next one may take away the key that the row was written with.
    private async Task<Grant> RenewedAsync(TableEntity row)
    {
        var grant = GrantOf(row);
        if (!phones.IsCurrent(row.GetString("Phone")))
            await Table.TryWriteAsync(RowOf(grant), row.ETag);
        return grant;
    }

    private static bool IsRevoked(TableEntity row) => row.GetString("Phone") is null;

    private TableEntity RowOf(Grant grant) => new(Partition, grant.Id)
    {
        ["Phone"] = phones.Encrypt(grant.Phone),
        ["Role"] = grant.Role.ToString(),
        ["Region"] = grant.Region.Value,
        ["GivenBy"] = grant.GivenBy,
        ["GivenAt"] = grant.GivenAt,
    };

    private Grant GrantOf(TableEntity row) => new(
        row.RowKey,
        phones.Decrypt(row.GetString("Phone")),
        Enum.Parse<Role>(row.GetString("Role")),
        RegionCode.Parse(row.GetString("Region")),
        row.GetString("GivenBy"),
        row.GetDateTimeOffset("GivenAt")!.Value);
}
