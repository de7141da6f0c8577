using System.Text.Json;
using EStation.Access;
using EStation.Contests.Questions;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Reports;

public sealed record QuestionReportsResponse(IReadOnlyList<ReportedQuestion> Items);

/// <param name="Reasons">How many reports by reason.</param>
/// <param name="Texts">What people wrote, newest first.</param>
/// <param name="Suspicion">The items are in its order.</param>
public sealed record ReportedQuestion(
    string Question,
    Text Text,
    IReadOnlyDictionary<string, int> Reasons,
    IReadOnlyList<string> Texts,
    long Shown,
    double? Facility,
    double? Discrimination,
    double Suspicion
);

/// <summary>Questions that are reported, or whose figures speak against them, the most suspicious first.</summary>
public sealed class ListQuestionReports(ContestTable contests, QuestionReportTable reports, QuestionTable questions)
{
    private const int MostTexts = 50;

    [Function(nameof(ListQuestionReports))]
    [Access(Role.Administrator)]
    [Answers<QuestionReportsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/reports")] HttpRequest request,
        string id
    )
    {
        var caller = request.Caller();
        if ((await caller.FindAsync(contests.FindAsync(id), found => found.Rules.Region)).Refused(out var refusal, out var contest))
            return Answer.Refuse(refusal);

        var byQuestion = (await reports.ListAsync(id)).ToLookup(report => report.Question);
        var figures = ((await questions.FindAsync(id, contest.Rules.Region))?.Tally.Questions ?? []).ToDictionary(
            question => question.Question,
            question => GetContestStatistics.FiguresOf(question.Question, question.ByLanguage)
        );
        var items = contest
            .Bank.Questions.Select(question => ItemOf(question, [.. byQuestion[question.Id]], figures.GetValueOrDefault(question.Id)))
            .Where(item => item.Suspicion > 0)
            .OrderByDescending(item => item.Suspicion)
            .ThenBy(item => item.Question, StringComparer.Ordinal);
        await caller.RecordAsync(contest.Rules.Region);
        return Answer.Ok(new QuestionReportsResponse([.. items]));
    }

    private static ReportedQuestion ItemOf(Banks.Question question, IReadOnlyList<QuestionReport> own, QuestionFigures? figures) =>
        new(
            question.Id,
            question.Text,
            own.GroupBy(report => report.Reason)
                .ToDictionary(reason => JsonNamingPolicy.CamelCase.ConvertName(reason.Key.ToString()), reason => reason.Count()),
            [.. own.OrderByDescending(report => report.At).Select(report => report.Text).OfType<string>().Take(MostTexts)],
            figures?.Shown ?? 0,
            figures?.Facility,
            figures?.Discrimination,
            Reports.Suspicion.Of(own, figures)
        );
}
