using System.Globalization;
using System.Text.Json;
using Azure;
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
/// with their own row. An erasure takes the key of the next attempt with a row that says <c>Closed</c>, a correction with one that has <c>Steps</c>.
/// </summary>
[PersonalColumn("Ledger", "attempt", "Name", Personal.Name, ExportedAs = "attempts")]
[PersonalColumn("Ledger", "attempt", "RowKey", Personal.Id, ExportedAs = "attempts", WhenErased = WhenErased.LeadsNowhere)]
public sealed class AttemptTable(LedgerWriter ledgers, LedgerTable table, ContestTable contests, Remarking remarking, TimeProvider time)
{
    private const string Prefix = "attempt|";
    private const string AnswersSuffix = "|answers";
    private const string NameColumn = "Name";
    private const string LapsedColumn = "Lapsed";
    private const string ClosedColumn = "Closed";
    private const string StepsColumn = "Steps";
    private const string RecalledColumn = "Recalled";

    /// <returns>False on a conflict: load and decide again.</returns>
    public async Task<Result<bool>> AddAsync(Attempt attempt, Sitting? lapsed)
    {
        List<TableTransactionAction> rows = [new(TableTransactionActionType.Add, RowOf(attempt))];
        if (lapsed is not null)
            rows.Add(OnAnswersKey(lapsed, LapsedRow(lapsed.Attempt)));
        var rival = await ledgers.WriteAsync(attempt.County, new Entry(rows));
        return rival is not null && IsClosed(rival) ? AccessRefusals.TokenInvalid : rival is null;
    }

    /// <summary>Takes the key of the next attempt, so that no instance can start one.</summary>
    /// <returns>The person's final list of attempts.</returns>
    public Task<IReadOnlyList<Sitting>> CloseAsync(RegionCode county, string contest, string person) =>
        OptimisticConcurrency.RetryAsync<IReadOnlyList<Sitting>>(async _ =>
        {
            var sittings = await ReadAsync(county, contest, person);
            var row = new TableEntity(county.Value, KeyOf(contest, person, Sitting.NextNumber(sittings))) { [ClosedColumn] = true };
            return await ledgers.WriteAsync(county, Entry.Insert(row)) is not { } rival || IsClosed(rival) ? sittings : null;
        });

    /// <returns>The stored submission: this one, or an earlier one.</returns>
    /// <param name="newsOf">Makes the news of the submission of an attempt.</param>
    public Task<Submission> AddAsync(Attempt attempt, Submission submission, Func<Attempt, Task<IReadOnlyList<News>>> newsOf) =>
        OptimisticConcurrency.RetryAsync(async _ =>
        {
            var present = await ledgers.WriteAsync(attempt.County, Entry.Insert(RowOf(attempt, submission), await newsOf(attempt)));
            if (present is null)
                return Counted(submission);
            if (SubmissionOf(present) is { } before)
                return before;
            if (RecalledBy(present, attempt) is { } recalled)
            {
                // A correction came after the start: the ticket's previous best is out of date.
                var row = RowOf(attempt, submission);
                return await ledgers.WriteAsync(attempt.County, Entry.Put(row, present.ETag, await newsOf(recalled))) is null
                    ? Counted(submission)
                    : null;
            }

            // The next attempt was started before these answers came: they are stored but do not rank.
            var late = submission with
            {
                Ranked = false,
            };
            var replace = new TableTransactionAction(TableTransactionActionType.UpdateReplace, RowOf(attempt, late), present.ETag);
            return await ledgers.WriteAsync(attempt.County, new Entry([replace])) is null ? Counted(late) : null;
        });

    /// <param name="version">Of the key that marks them; null for the one whose totals are shown.</param>
    public async Task<IReadOnlyList<Sitting>> ReadAsync(RegionCode county, string contest, string person, int? version = null) =>
        await remarking.MarkAsync(contest, await ReadAsync(county, PrefixOf(contest, person)).ToListAsync(), version);

    /// <summary>Everybody's attempts in a contest, marked by the key whose totals are shown.</summary>
    public async IAsyncEnumerable<Sitting> ReadAllAsync(RegionCode county, string contest)
    {
        await foreach (var person in ReadRecordsAsync(county, contest))
        {
            foreach (var sitting in await remarking.MarkAsync(contest, person))
                yield return sitting;
        }
    }

    /// <summary>The attempts of each person in a contest, as they were marked first.</summary>
    public async IAsyncEnumerable<IReadOnlyList<Sitting>> ReadRecordsAsync(RegionCode county, string contest)
    {
        var own = new List<Sitting>();
        await foreach (var sitting in ReadAsync(county, $"{Prefix}{contest}|"))
        {
            if (own.Count > 0 && own[0].Attempt.Person != sitting.Attempt.Person)
            {
                yield return own;
                own = [];
            }

            own.Add(sitting);
        }

        if (own.Count > 0)
            yield return own;
    }

    /// <summary>Notes on a record what a regrade makes of it, with rows and news, in one transaction.</summary>
    /// <returns>False when the record has changed since it was read.</returns>
    public async Task<bool> NoteAsync(
        Sitting record,
        RegradeNote note,
        IEnumerable<TableTransactionAction> rows,
        params IEnumerable<News> news
    )
    {
        var county = record.Attempt.County;
        var row = new TableEntity(county.Value, KeyOf(record.Attempt) + AnswersSuffix);
        if (note.Built is { } built)
            row["Built"] = built;
        if (note.Counted is { } counted)
            row["Counted"] = counted;
        if (note.Told is { } told)
            row["Told"] = told;
        var change = new TableTransactionAction(TableTransactionActionType.UpdateMerge, row, new ETag(record.Submission!.Record!));
        return await ledgers.WriteAsync(county, new Entry([change, .. rows], news)) is null;
    }

    /// <summary>A person's attempts in a contest are consecutive and in order. They are as they were marked first.</summary>
    public IAsyncEnumerable<Sitting> ReadAllAsync(RegionCode county) => ReadAsync(county, Prefix);

    private async IAsyncEnumerable<Sitting> ReadAsync(RegionCode county, string prefix)
    {
        var own = new List<TableEntity>();
        await foreach (var row in table.ReadRange(county, prefix))
        {
            if (own.Count > 0 && OwnerOf(own[0]) != OwnerOf(row))
            {
                foreach (var sitting in SittingsOf(own))
                    yield return sitting;
                own.Clear();
            }

            own.Add(row);
        }

        foreach (var sitting in SittingsOf(own))
            yield return sitting;
    }

    /// <param name="rows">Of one person in one contest. The last correction says which attempts count.</param>
    private static List<Sitting> SittingsOf(IReadOnlyList<TableEntity> rows)
    {
        var sittings = new List<Sitting>();
        var exclusions = rows.LastOrDefault(row => row.ContainsKey(StepsColumn)) is { } correction
            ? ExclusionsOf(correction)
            : Exclusions.None;
        foreach (var row in rows.Where(row => !IsClosed(row) && !row.ContainsKey(StepsColumn)))
        {
            if (row.RowKey.EndsWith(AnswersSuffix, StringComparison.Ordinal))
                sittings[^1] = sittings[^1] with
                {
                    Submission = SubmissionOf(row),
                    Lapsed = row.GetBoolean(LapsedColumn) ?? false,
                    Recall = row.GetBoolean(RecalledColumn) == true ? row.ETag.ToString() : null,
                };
            else
                sittings.Add(new Sitting(AttemptOf(row)) { Exclusions = exclusions });
        }

        return sittings;
    }

    /// <summary>
    /// The rows of a correction: its own, which keeps a start that has not seen it from taking the number, and one under the key of the open
    /// attempt's submission, so that the submission counts with the corrected best.
    /// </summary>
    /// <param name="closed">An erasure has taken the next number: its row says the correction too.</param>
    public static IEnumerable<TableTransactionAction> CorrectionOf(
        IReadOnlyList<Sitting> sittings,
        Exclusions after,
        (string Key, ETag Read)? closed
    )
    {
        var attempt = sittings[^1].Attempt;
        var row = new TableEntity(attempt.County.Value, closed?.Key ?? KeyOf(attempt.Contest, attempt.Person, after.Row))
        {
            [StepsColumn] = after.Step,
            ["Whole"] = after.Person,
            ["Attempts"] = JsonSerializer.Serialize(after.Attempts),
        };
        yield return closed is { Read: var read }
            ? new(TableTransactionActionType.UpdateMerge, row, read)
            : new(TableTransactionActionType.Add, row);
        if (sittings[^1] is { Submission: null, Lapsed: false } open)
            yield return OnAnswersKey(
                open,
                new TableEntity(attempt.County.Value, KeyOf(attempt) + AnswersSuffix)
                {
                    [RecalledColumn] = true,
                    ["Step"] = after.Step,
                    ["Excluded"] = after.Excludes(attempt.Number) ? true : null,
                    ["PreviousBest"] = BestIn(AttemptRules.BestOf(sittings.Select(sitting => sitting with { Exclusions = after }))),
                    ["BestKey"] = AttemptRules.KeyOf(sittings),
                }
            );
    }

    /// <summary>The row by which an erasure has closed a person's attempts.</summary>
    public async Task<(string Key, ETag Read)?> FindClosedAsync(RegionCode county, string contest, string person)
    {
        await foreach (var row in table.ReadRange(county, PrefixOf(contest, person)).Where(IsClosed))
            return (row.RowKey, row.ETag);
        return null;
    }

    private static Attempt? RecalledBy(TableEntity row, Attempt attempt) =>
        row.GetBoolean(RecalledColumn) == true
            ? attempt with
            {
                Step = row.GetInt32("Step")!.Value,
                IsExcluded = row.GetBoolean("Excluded") ?? false,
                PreviousBest = BestIn(row.GetString("PreviousBest")),
                BestKey = row.GetInt32("BestKey") ?? AnswerKey.First,
            }
            : null;

    private static TableTransactionAction OnAnswersKey(Sitting open, TableEntity row) =>
        open.Recall is { } read
            ? new(TableTransactionActionType.UpdateReplace, row, new ETag(read))
            : new(TableTransactionActionType.Add, row);

    private static Exclusions ExclusionsOf(TableEntity row) =>
        new(
            row.GetInt32(StepsColumn)!.Value,
            int.Parse(row.RowKey.Split('|')[3], CultureInfo.InvariantCulture),
            row.GetString("Whole"),
            JsonSerializer.Deserialize<Dictionary<int, string>>(row.GetString("Attempts"))!
        );

    private static string OwnerOf(TableEntity row) => row.RowKey[..row.RowKey.IndexOf('|', row.RowKey.IndexOf('|', Prefix.Length) + 1)];

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
            var village = RegionCode.Parse(row.GetString("Village"));
            var news = (await contests.KeysOfAsync(contest))
                .LiveAt(time.Now())
                .Select(key => new NameForgotten(village, day, contest, person, ContestKeys.Stored(key)));
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
            ["PreviousBest"] = BestIn(attempt.PreviousBest),
            ["Key"] = attempt.Key,
            ["Step"] = attempt.Step > 0 ? attempt.Step : null,
            ["Excluded"] = attempt.IsExcluded ? true : null,
            ["Unranked"] = attempt.Unranked?.ToString(),
            ["ExtraSeconds"] = attempt.ExtraSeconds > 0 ? attempt.ExtraSeconds : null,
            ["BestKey"] = attempt.BestKey > AnswerKey.First ? attempt.BestKey : null,
        };

    private static TableEntity RowOf(Attempt attempt, Submission submission) =>
        new(attempt.County.Value, KeyOf(attempt) + AnswersSuffix)
        {
            ["Answers"] = JsonSerializer.Serialize(submission.Answers),
            ["KeyVersion"] = submission.KeyVersion,
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
            BestIn(row.GetString("PreviousBest")),
            row.GetString("Key")
        )
        {
            Step = row.GetInt32("Step") ?? 0,
            IsExcluded = row.GetBoolean("Excluded") ?? false,
            Unranked = row.GetString("Unranked") is { } because ? Enum.Parse<UnrankedBecause>(because) : null,
            ExtraSeconds = row.GetInt32("ExtraSeconds") ?? 0,
            BestKey = row.GetInt32("BestKey") ?? AnswerKey.First,
        };

    private static string? BestIn(Best? best) => best is null ? null : JsonSerializer.Serialize(best);

    private static Best? BestIn(string? stored) => stored is null ? null : JsonSerializer.Deserialize<Best>(stored);

    /// <summary>Returns null when the row only says that the attempt lapsed.</summary>
    private static Submission? SubmissionOf(TableEntity row) =>
        row.GetString("Answers") is { } answers
            ? new Submission(
                JsonSerializer.Deserialize<Dictionary<string, string[]>>(answers)!,
                new Best(row.GetInt32("Score")!.Value, row.GetInt32("ElapsedMs")!.Value, row.GetDateTimeOffset("SubmittedAt")!.Value),
                row.GetBoolean("Ranked")!.Value
            )
            {
                KeyVersion = row.GetInt32("KeyVersion") ?? AnswerKey.First,
                Note = new RegradeNote(row.GetInt32("Built"), row.GetInt32("Counted"), row.GetInt32("Told")),
                Record = row.ETag.ToString(),
            }
            : null;
}
