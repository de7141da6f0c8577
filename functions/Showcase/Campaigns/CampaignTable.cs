using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.People;
using EStation.Storage;

namespace EStation.Showcase.Campaigns;

/// <summary>Campaigns in <c>Campaigns</c>: one partition, a row each. Reference data: read once a minute, whoever asks.</summary>
public sealed class CampaignTable
{
    private const string Partition = "campaign";
    private const string Column = "Campaign";

    // Chinese as it is: escaped it takes six times the room, and a column has 32,768 characters.
    private static readonly JsonSerializerOptions Stored = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly StorageAccounts accounts;
    private readonly ErasureTable erasures;
    private readonly Cached<IReadOnlyList<Campaign>> list;

    public CampaignTable(StorageAccounts accounts, ErasureTable erasures, TimeProvider time)
    {
        (this.accounts, this.erasures) = (accounts, erasures);
        list = new Cached<IReadOnlyList<Campaign>>(ReadAllAsync, time);
    }

    private TableClient Table => accounts.Table("Campaigns");

    /// <summary>All campaigns, as of at most a minute ago.</summary>
    public Task<IReadOnlyList<Campaign>> ListAsync() => list.GetAsync();

    /// <summary>All campaigns, as of now.</summary>
    public Task<IReadOnlyList<Campaign>> ListFreshAsync()
    {
        list.Forget();
        return list.GetAsync();
    }

    public async Task<Campaign?> FindAsync(string? id) => (await ListAsync()).FirstOrDefault(campaign => campaign.Id == id);

    /// <returns>The campaign that is stored under this id, and whether it is this one or was there before.</returns>
    public async Task<(Campaign Stored, bool IsNew)> AddAsync(Campaign campaign)
    {
        if (!await Table.TryWriteAsync(RowOf(campaign), null))
            return (CampaignOf((await Table.FindAsync(Partition, campaign.Id))!), false);
        list.Forget();
        return (campaign, true);
    }

    /// <returns>False when there is none to replace.</returns>
    public async Task<bool> ReplaceAsync(Campaign campaign)
    {
        var there = true;
        await OptimisticConcurrency.RetryAsync(async () =>
        {
            var row = await Table.FindAsync(Partition, campaign.Id);
            there = row is not null;
            return row is null || await Table.TryWriteAsync(RowOf(campaign), row.ETag);
        });
        list.Forget();
        return there;
    }

    private async Task<IReadOnlyList<Campaign>> ReadAllAsync()
    {
        var campaigns = new List<Campaign>();
        await foreach (var row in Table.QueryAsync<TableEntity>(KeyRange.Partition(Partition)))
            campaigns.Add(CampaignOf(row));
        erasures.KnowOf(campaigns.Select(campaign => campaign.Id));
        return campaigns;
    }

    private static TableEntity RowOf(Campaign campaign) =>
        new(Partition, campaign.Id) { [Column] = JsonSerializer.Serialize(campaign, Stored) };

    private static Campaign CampaignOf(TableEntity row) => JsonSerializer.Deserialize<Campaign>(row.GetString(Column))!;
}
