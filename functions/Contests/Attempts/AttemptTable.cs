using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;
using EStation.Access;
using EStation.Contests.Boards;
using EStation.Ledger;
using EStation.Regions;
using EStation.Storage;
using EStation.Telemetry;

namespace EStation.Contests.Attempts;

/// <summary>
/// Ledger rows: <c>attempt|{contest}|{person}|{number}</c> for a start, with <c>|answers</c> for a submission. Repeated requests conflict
/// with their own row. An erasure takes the key of the next attempt with a row that says <c>Closed</c>.
/// </summary>
[PersonalColumn("Ledger", "attempt", "Name", Personal.Name, ExportedAs = "attempts")]
[PersonalColumn("Ledger", "attempt", "RowKey", Personal.Id, ExportedAs = "attempts", WhenErased = WhenErased.LeadsNowhere)]
public sealed class AttemptTable(LedgerWriter ledgers, LedgerTable table)
{
    private const string Prefix = "attempt|";
    private const string AnswersSuffix = "|answers";
    private const string NameColumn = "Name";
    private const string LapsedColumn = "Lapsed";
    private const string ClosedColumn = "Closed";

    /// <returns>False on a conflict: load and decide again.</returns>
    public async Task<Result<bool>> AddAsync(Attempt attempt, Attempt? lapsed)
    {
        List<TableTransactionAction> rows = [new(TableTransactionActionType.Add, RowOf(attempt))];
        if (lapsed is not null)
            rows.Add(new(TableTransactionActionType.Add, LapsedRow(lapsed)));
        var rival = await ledgers.WriteAsync(attempt.County, new Entry(rows));
        return rival is not null && IsClosed(rival) ? AccessRefusals.TokenInvalid : rival is null;
    }

    /// <summary>Takes the key of the next attempt, so that no instance can start one.</summary>
    /// <returns>The person's final list of attempts.</returns>
    public Task<IReadOnlyList<Sitting>> CloseAsync(RegionCode county, string contest, string person) =>
        OptimisticConcurrency.RetryAsync<IReadOnlyList<Sitting>>(async _ =>
        {
            var sittings = await ReadAsync(county, contest, person);
            var row = new TableEntity(county.Value, KeyOf(contest, person, sittings.Count + 1)) { [ClosedColumn] = true };
            return await ledgers.WriteAsync(county, Entry.Insert(row)) is not { } rival || IsClosed(rival) ? sittings : null;
        });

    /// <returns>The stored submission: this one, or an earlier one.</returns>
    public Task<Submission> AddAsync(Attempt attempt, Submission submission, params IEnumerable<News> news) =>
        OptimisticConcurrency.RetryAsync(async _ =>
        {
            var present = await ledgers.WriteAsync(attempt.County, Entry.Insert(RowOf(attempt, submission), news));
            if (present is null)
                return Counted(submission);
            if (SubmissionOf(present) is { } before)
                return before;

            // The next attempt was started before these answers came: they are stored but do not rank.
            var late = submission with
            {
                Ranked = false,
            };
            var replace = new TableTransactionAction(TableTransactionActionType.UpdateReplace, RowOf(attempt, late), present.ETag);
            return await ledgers.WriteAsync(attempt.County, new Entry([replace])) is null ? Counted(late) : null;
        });

    public async Task<IReadOnlyList<Sitting>> ReadAsync(RegionCode county, string contest, string person) =>
        await ReadAsync(county, PrefixOf(contest, person)).ToListAsync();

    /// <summary>A person's attempts in a contest are consecutive and in order.</summary>
    public IAsyncEnumerable<Sitting> ReadAllAsync(RegionCode county) => ReadAsync(county, Prefix);

    public IAsyncEnumerable<Sitting> ReadAllAsync(RegionCode county, string contest) => ReadAsync(county, $"{Prefix}{contest}|");

    private async IAsyncEnumerable<Sitting> ReadAsync(RegionCode county, string prefix)
    {
        Sitting? sitting = null;
        await foreach (var row in table.ReadRange(county, prefix).Where(row => !IsClosed(row)))
        {
            if (row.RowKey.EndsWith(AnswersSuffix, StringComparison.Ordinal))
            {
                sitting = sitting! with { Submission = SubmissionOf(row), Lapsed = row.GetBoolean(LapsedColumn) ?? false };
                continue;
            }

            if (sitting is not null)
                yield return sitting;
            sitting = new Sitting(AttemptOf(row));
        }

        if (sitting is not null)
            yield return sitting;
    }

    private static Submission Counted(Submission submission)
    {
        Measures.Attempts.Add(1, new KeyValuePair<string, object?>("ranked", submission.Ranked));
        return submission;
    }

    public async Task ForgetNameAsync(RegionCode county, string contest, string person, Day day)
    {
        await foreach (var row in table.ReadRange(county, PrefixOf(contest, person)))
        {
            if (row.GetString(NameColumn) is not { Length: > 0 })
                continue;
            // No other write changes a started row. If one does, the erasure's second pass repeats this.
            var bare = new TableEntity(row.PartitionKey, row.RowKey) { [NameColumn] = "" };
            var news = new NameForgotten(RegionCode.Parse(row.GetString("Village")), day, contest, person);
            await ledgers.WriteAsync(county, new Entry([new(TableTransactionActionType.UpdateMerge, bare, row.ETag)], news));
        }
    }

    private static string PrefixOf(string contest, string person) => $"{Prefix}{contest}|{person}|";

    private static string KeyOf(Attempt attempt) => KeyOf(attempt.Contest, attempt.Person, attempt.Number);

    private static string KeyOf(string contest, string person, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(contest, person)}{number:D6}");

    private static bool IsClosed(TableEntity row) => row.GetBoolean(ClosedColumn) == true;

    private static TableEntity RowOf(Attempt attempt) =>
        new(attempt.County.Value, KeyOf(attempt))
        {
            ["Version"] = attempt.Version,
            [NameColumn] = attempt.Name,
            ["Village"] = attempt.Village.Value,
            ["Audience"] = (int)attempt.Audience,
            ["Language"] = attempt.Language.Code(),
            ["Number"] = attempt.Number,
            ["StartedAt"] = attempt.StartedAt,
            ["PreviousBest"] = attempt.PreviousBest is { } best ? JsonSerializer.Serialize(best) : null,
            ["Key"] = attempt.Key,
        };

    private static TableEntity RowOf(Attempt attempt, Submission submission) =>
        new(attempt.County.Value, KeyOf(attempt) + AnswersSuffix)
        {
            ["Answers"] = JsonSerializer.Serialize(submission.Answers),
            ["KeyVersion"] = attempt.Version,
            ["Score"] = submission.Result.Score,
            ["ElapsedMs"] = submission.Result.ElapsedMs,
            ["SubmittedAt"] = submission.Result.SubmittedAt,
            ["Ranked"] = submission.Ranked,
        };

    private static TableEntity LapsedRow(Attempt attempt) =>
        new(attempt.County.Value, KeyOf(attempt) + AnswersSuffix) { [LapsedColumn] = true };

    private static Attempt AttemptOf(TableEntity row) =>
        new(
            row.RowKey.Split('|')[1],
            row.GetInt32("Version")!.Value,
            row.RowKey.Split('|')[2],
            row.GetString(NameColumn),
            RegionCode.Parse(row.PartitionKey),
            RegionCode.Parse(row.GetString("Village")),
            (Audience)row.GetInt32("Audience")!.Value,
            Languages.Parse(row.GetString("Language")) ?? Language.Zh,
            row.GetInt32("Number")!.Value,
            row.GetDateTimeOffset("StartedAt")!.Value,
            row.GetString("PreviousBest") is { } best ? JsonSerializer.Deserialize<Best>(best) : null,
            row.GetString("Key")
        );

    /// <summary>Returns null when the row only says that the attempt lapsed.</summary>
    private static Submission? SubmissionOf(TableEntity row) =>
        row.GetString("Answers") is { } answers
            ? new Submission(
                JsonSerializer.Deserialize<Dictionary<string, string[]>>(answers)!,
                new Best(row.GetInt32("Score")!.Value, row.GetInt32("ElapsedMs")!.Value, row.GetDateTimeOffset("SubmittedAt")!.Value),
                row.GetBoolean("Ranked")!.Value
            )
            : null;
}
