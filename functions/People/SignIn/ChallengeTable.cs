using Azure;
using Azure.Data.Tables;
using EStation.Identity;
using EStation.Storage;

namespace EStation.People;

/// <summary>Challenges in <c>SignIn</c>, a partition each.</summary>
internal sealed class ChallengeTable(StorageAccounts accounts, PhoneVault phones)
{
    private TableClient Table => accounts.Table("SignIn");

    // The id is random: what is there already is this very row, whose answer was lost.
    public Task AddAsync(Challenge challenge) => Table.UpsertEntityAsync(RowOf(challenge), TableUpdateMode.Replace);

    public async Task<(Challenge Challenge, ETag Read)?> FindAsync(string id)
    {
        var row = await Table.FindAsync(id, id);
        return row is null ? null : (ChallengeOf(row), row.ETag);
    }

    /// <returns>False when another try of the same challenge was counted first.</returns>
    public Task<bool> ReplaceAsync(Challenge challenge, ETag read) => Table.TryWriteAsync(RowOf(challenge), read);

    private TableEntity RowOf(Challenge challenge) =>
        new(challenge.Id, challenge.Id)
        {
            ["Phone"] = phones.Encrypt(challenge.Phone),
            ["CodeHash"] = challenge.CodeHash,
            ["ExpiresAt"] = challenge.ExpiresAt,
            ["Wrong"] = challenge.Wrong,
            ["SpentAt"] = challenge.SpentAt,
            ["SpentBy"] = challenge.SpentBy,
            ["Until"] = challenge.ExpiresAt,
        };

    private Challenge ChallengeOf(TableEntity row) =>
        new(
            row.PartitionKey,
            phones.Decrypt(row.GetString("Phone")),
            row.GetString("CodeHash"),
            row.GetDateTimeOffset("ExpiresAt")!.Value,
            row.GetInt32("Wrong")!.Value,
            row.GetDateTimeOffset("SpentAt"),
            row.GetString("SpentBy")
        );
}
