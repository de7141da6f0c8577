using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using EStation.Http;
using EStation.Storage;

namespace EStation.Contests.Results;

/// <param name="AgreedBy">The independent second administrator.</param>
public sealed record Proposal(string By, DateTimeOffset At, string? AgreedBy = null);

/// <summary>Proposals that wait for a second administrator, in <c>Results</c>: <c>proposal|{hash}</c> in the partition of the contest.</summary>
[PersonalColumn(
    "Results",
    "proposal",
    "Proposal",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class ProposalTable(StorageAccounts accounts)
{
    private const string ProposalColumn = "Proposal";

    private TableClient Table => accounts.Table("Results");

    public async Task<(Proposal Proposal, ETag Read)?> FindAsync(string contest, string hash) =>
        await Table.FindAsync(contest, KeyOf(hash)) is { } row
            ? (JsonSerializer.Deserialize<Proposal>(row.GetString(ProposalColumn), Json.AllLanguages)!, row.ETag)
            : null;

    public Task<bool> TryWriteAsync(string contest, string hash, Proposal proposal, ETag? read) =>
        Table.TryWriteAsync(
            new TableEntity(contest, KeyOf(hash)) { [ProposalColumn] = JsonSerializer.Serialize(proposal, Json.AllLanguages) },
            read
        );

    private static string KeyOf(string hash) => "proposal|" + hash;
}
