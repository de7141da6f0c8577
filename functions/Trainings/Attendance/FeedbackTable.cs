using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Storage;

namespace EStation.Trainings.Attendance;

/// <summary>How somebody liked a training.</summary>
/// <param name="Rating">1 to 5.</param>
public sealed record Feedback(string Person, int Rating, string? Comment, DateTimeOffset At)
{
    public const int Worst = 1;
    public const int Best = 5;
}

/// <summary>Feedback in the ledger of the training's county: <c>feedback|{training}|{person}</c>, the last word counts.</summary>
[PersonalColumn("Ledger", "feedback", "Comment", Personal.Name, ExportedAs = "trainings")]
[PersonalColumn("Ledger", "feedback", "RowKey", Personal.Id, ExportedAs = "trainings", WhenErased = WhenErased.LeadsNowhere)]
public sealed class FeedbackTable(LedgerWriter ledgers, LedgerTable table)
{
    public Task PutAsync(Training training, Feedback feedback)
    {
        var county = TrainingKeys.CountyOf(training.Id);
        var key = TrainingKeys.Feedback(training.Id, feedback.Person);
        return OptimisticConcurrency.RetryAsync<Feedback>(async tried =>
        {
            // A first feedback is expected, and nothing is read.
            var present = tried == 1 ? null : await table.FindAsync(county, key);
            var row = new TableEntity(county.Value, key)
            {
                ["Rating"] = feedback.Rating,
                ["Comment"] = feedback.Comment,
                ["At"] = feedback.At,
            };
            return await ledgers.WriteAsync(county, new Entry([TrainingRows.Write(row, present)])) is null ? feedback : null;
        });
    }

    public async Task<Feedback?> FindAsync(Training training, string person) =>
        await table.FindAsync(TrainingKeys.CountyOf(training.Id), TrainingKeys.Feedback(training.Id, person)) is { } row
            ? FeedbackOf(row)
            : null;

    /// <summary>The rating stays, the words go.</summary>
    public async Task ForgetCommentAsync(Training training, string person)
    {
        if (await FindAsync(training, person) is { Comment: not null } feedback)
            await PutAsync(training, feedback with { Comment = null });
    }

    /// <summary>By person.</summary>
    public async Task<IReadOnlyDictionary<string, Feedback>> ReadAsync(string training)
    {
        var prefix = TrainingKeys.Feedbacks(training);
        return await table
            .ReadRange(TrainingKeys.CountyOf(training), prefix)
            .Select(FeedbackOf)
            .ToDictionaryAsync(feedback => feedback.Person);
    }

    private static Feedback FeedbackOf(TableEntity row) =>
        new(row.RowKey.Split('|')[2], row.GetInt32("Rating")!.Value, row.GetString("Comment"), row.GetDateTimeOffset("At")!.Value);
}
