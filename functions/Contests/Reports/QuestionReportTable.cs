using Azure.Data.Tables;
using EStation.Storage;

namespace EStation.Contests.Reports;

/// <summary>Rows <c>report|{person}|{hash of question}</c> in a partition of <c>Contests</c> for each contest.</summary>
[PersonalColumn("Contests", "report", "RowKey", Personal.Id, ExportedAs = "questionReports")]
[PersonalColumn("Contests", "report", "Text", Personal.Name, ExportedAs = "questionReports")]
public sealed class QuestionReportTable(StorageAccounts accounts)
{
    private const string Prefix = "report|";
    private const int HashBytes = 12;

    private TableClient Table => accounts.Table("Contests");

    /// <summary>A later report of the same person replaces the earlier one.</summary>
    /// <returns>Whether it is the first one.</returns>
    public Task<bool> PutAsync(QuestionReport report) =>
        OptimisticConcurrency.RetryAsync<bool>(async _ =>
        {
            var row = RowOf(report);
            var present = await Table.FindAsync(row.PartitionKey, row.RowKey);
            return await Table.TryWriteAsync(row, present?.ETag) ? present is null : null;
        });

    public Task<IReadOnlyList<QuestionReport>> ListAsync(string contest) => ReadAsync(contest, Prefix);

    public Task<IReadOnlyList<QuestionReport>> OfAsync(string contest, string person) => ReadAsync(contest, PrefixOf(person));

    public async Task ForgetAsync(string contest, string person)
    {
        foreach (var report in await OfAsync(contest, person))
            await Table.DeleteEntityAsync(PartitionOf(contest), KeyOf(report));
    }

    private async Task<IReadOnlyList<QuestionReport>> ReadAsync(string contest, string prefix) =>
        await Table.QueryAsync<TableEntity>(KeyRange.Of(PartitionOf(contest), prefix)).Select(row => ReportOf(contest, row)).ToListAsync();

    private static string PartitionOf(string contest) => "reports|" + contest;

    private static string PrefixOf(string person) => $"{Prefix}{person}|";

    // A question's id is the author's, and may have signs that no key may.
    private static string KeyOf(QuestionReport report) => PrefixOf(report.Person) + Fingerprint.Of(report.Question, HashBytes);

    private static TableEntity RowOf(QuestionReport report) =>
        new(PartitionOf(report.Contest), KeyOf(report))
        {
            ["Question"] = report.Question,
            ["Reason"] = report.Reason.ToString(),
            ["Text"] = report.Text,
            ["At"] = report.At,
        };

    private static QuestionReport ReportOf(string contest, TableEntity row) =>
        new(
            contest,
            row.GetString("Question"),
            row.RowKey.Split('|')[1],
            Enum.Parse<ReportReason>(row.GetString("Reason")),
            row.GetString("Text"),
            row.GetDateTimeOffset("At")!.Value
        );
}
