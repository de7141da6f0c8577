using Azure;
using Azure.Data.Tables;
using EStation.Contests.Attempts;
using EStation.Inbox;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Contests.Fairness;

/// <summary>
/// Ledger rows <c>disqualification|{contest}|{id}</c> of the person's county. A disqualification, its undoing and all their effects are one
/// transaction each.
/// </summary>
[PersonalColumn(
    "Ledger",
    "disqualification",
    "Person",
    Personal.Id,
    ExportedAs = "disqualifications",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn("Ledger", "disqualification", "Reason", Personal.Name, ExportedAs = "disqualifications")]
[PersonalColumn(
    "Ledger",
    "disqualification",
    "By",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
[PersonalColumn(
    "Ledger",
    "disqualification",
    "UndoneBy",
    Personal.Id,
    NotExportedBecause = "acts of a role belong to the office, not to the person",
    WhenErased = WhenErased.LeadsNowhere
)]
public sealed class DisqualificationTable(LedgerWriter ledgers, LedgerTable table)
{
    private const string Prefix = "disqualification|";

    /// <summary>Null also for an id that is none.</summary>
    public async Task<(Disqualification Disqualification, ETag Read)?> FindAsync(string contest, string id) =>
        TableKey.IsValid(id) && Disqualification.CountyOf(id) is { } county && await table.FindAsync(county, KeyOf(contest, id)) is { } row
            ? (DisqualificationOf(row), row.ETag)
            : null;

    /// <summary>Of a contest in one county, also the undone ones.</summary>
    public async Task<IReadOnlyList<Disqualification>> ListAsync(RegionCode county, string contest) =>
        await table.ReadRange(county, PrefixOf(contest)).Select(DisqualificationOf).ToListAsync();

    /// <param name="read">Null for a new one.</param>
    /// <param name="closed">See <see cref="AttemptTable.CorrectionOf"/>.</param>
    /// <returns>False on a conflict: load and decide again.</returns>
    public async Task<bool> TryWriteAsync(
        Disqualification disqualification,
        ETag? read,
        Correction correction,
        (string Key, ETag Read)? closed,
        Telling telling,
        IEnumerable<News> news
    )
    {
        var county = correction.Sittings[0].Attempt.County;
        var row = RowOf(county, disqualification);
        List<TableTransactionAction> changes =
        [
            read is { } etag ? new(TableTransactionActionType.UpdateReplace, row, etag) : new(TableTransactionActionType.Add, row),
            .. AttemptTable.CorrectionOf(correction.Sittings, correction.After, closed),
            TellingTable.Add(county, telling),
        ];
        return await ledgers.WriteAsync(county, new Entry(changes, news.Append(new TellingStored()))) is null;
    }

    public async Task ForgetReasonsAsync(RegionCode county, string contest, string person)
    {
        foreach (var one in (await ListAsync(county, contest)).Where(one => one.Person == person && one.Reason.Length > 0))
            await OptimisticConcurrency.RetryAsync(async () =>
            {
                var row = (await table.FindAsync(county, KeyOf(contest, one.Id)))!;
                var bare = new TableEntity(county.Value, row.RowKey) { ["Reason"] = "" };
                return await ledgers.WriteAsync(county, new Entry([new(TableTransactionActionType.UpdateMerge, bare, row.ETag)])) is null;
            });
    }

    private static string PrefixOf(string contest) => $"{Prefix}{contest}|";

    private static string KeyOf(string contest, string id) => PrefixOf(contest) + id;

    private static TableEntity RowOf(RegionCode county, Disqualification one) =>
        new(county.Value, KeyOf(one.Contest, one.Id))
        {
            ["Person"] = one.Person,
            ["Number"] = one.Number,
            ["Reason"] = one.Reason,
            ["By"] = one.By,
            ["At"] = one.At,
            ["UndoneBy"] = one.UndoneBy,
            ["UndoneAt"] = one.UndoneAt,
        };

    private static Disqualification DisqualificationOf(TableEntity row) =>
        new(
            row.RowKey.Split('|')[2],
            row.RowKey.Split('|')[1],
            row.GetString("Person"),
            row.GetInt32("Number"),
            row.GetString("Reason"),
            row.GetString("By"),
            row.GetDateTimeOffset("At")!.Value,
            row.GetString("UndoneBy"),
            row.GetDateTimeOffset("UndoneAt")
        );
}
