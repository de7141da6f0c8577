using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Contests.Attempts;

/// <summary>
/// Ledger rows <c>question|{contest}|{person}|{attempt}|{number}</c>: a question's answer, and when the next one was handed out. A repeated
/// request conflicts with its own row and gets the stored time.
/// </summary>
[PersonalColumn("Ledger", "question", "RowKey", Personal.Id, ExportedAs = "attempts", WhenErased = WhenErased.LeadsNowhere)]
public sealed class TurnTable(LedgerWriter ledgers, LedgerTable table)
{
    private const string Prefix = "question|";

    /// <returns>The stored one: this, or an earlier one.</returns>
    public async Task<ClosedQuestion> AddAsync(Attempt attempt, ClosedQuestion closed) =>
        await ledgers.WriteAsync(attempt.County, Entry.Insert(RowOf(attempt, closed))) is { } present ? ClosedOf(present) : closed;

    /// <summary>Null while it has not been answered and its time is not over.</summary>
    public async Task<ClosedQuestion?> FindAsync(Attempt attempt, int number) =>
        await table.FindAsync(attempt.County, KeyOf(attempt, number)) is { } row ? ClosedOf(row) : null;

    public async Task<IReadOnlyList<ClosedQuestion>> ReadAsync(Attempt attempt) =>
        await table.ReadRange(attempt.County, PrefixOf(attempt)).Select(ClosedOf).ToListAsync();

    private static string PrefixOf(Attempt attempt) =>
        string.Create(CultureInfo.InvariantCulture, $"{Prefix}{attempt.Contest}|{attempt.Person}|{attempt.Number:D6}|");

    private static string KeyOf(Attempt attempt, int number) => PrefixOf(attempt) + number.ToString("D3", CultureInfo.InvariantCulture);

    private static TableEntity RowOf(Attempt attempt, ClosedQuestion closed) =>
        new(attempt.County.Value, KeyOf(attempt, closed.Number))
        {
            ["Options"] = JsonSerializer.Serialize(closed.Options),
            ["At"] = closed.At,
        };

    private static ClosedQuestion ClosedOf(TableEntity row) =>
        new(
            int.Parse(row.RowKey.Split('|')[4], CultureInfo.InvariantCulture),
            JsonSerializer.Deserialize<string[]>(row.GetString("Options"))!,
            row.GetDateTimeOffset("At")!.Value
        );
}
