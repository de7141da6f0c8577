using EStation.Access;
using EStation.Contests.Boards;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Questions;

public sealed record ContestStatisticsResponse(
    DateTimeOffset AsOf,
    RegionCode Region,
    int Entries,
    int Participants,
    int Passed,
    double? MeanScore,
    IReadOnlyList<int> Scores,
    IReadOnlyList<QuestionFigures> Questions,
    int KeyVersion
);

/// <param name="Discrimination">Correlation with the score on the rest of the paper, −1 to 1; null without variance.</param>
public sealed record QuestionFigures(
    string Id,
    long Shown,
    long Correct,
    double? Facility,
    double? Discrimination,
    IReadOnlyList<LanguageFigures> ByLanguage
);

public sealed record LanguageFigures(Language Language, long Shown, long Correct, double? Facility, double? Discrimination);

public sealed class GetContestStatistics(
    ContestTable contests,
    BoardTable boards,
    QuestionTable questions,
    Divisions divisions,
    TimeProvider time
)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(20);

    [Function(nameof(GetContestStatistics))]
    [Access(Needs.Nothing)]
    [Answers<ContestStatisticsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/statistics")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is not { Rules: var rules } contest)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? rules.Region;
        check.Check(divisions.Find(region) is not null, "region", "is no division of the province");
        check.Check(region.Level <= RegionLevel.County, "region", "must be a county or above");
        if (check.Or(() => region).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var key = contest.Keys.ShownAt(time.Now());
        var name = ContestKeys.NameOf(id, key);
        var board = await boards.FindAsync(name, region);
        var figures =
            (await questions.FindAsync(name, region))
                ?.Tally.Questions.Select(question => FiguresOf(question.Question, question.ByLanguage))
                .ToList()
            ?? [];
        var tally = board?.Tally ?? new ContestTally();
        var right = tally.Scores.Select((entries, score) => (long)entries * score).Sum();
        var scores = tally.Scores.Concat(Enumerable.Repeat(0, Math.Max(0, rules.Draw.Count + 1 - tally.Scores.Count)));
        var response = new ContestStatisticsResponse(
            board?.AsOf ?? rules.OpensAt,
            region,
            tally.Entries,
            tally.Participants,
            tally.Passed,
            tally.Entries == 0 ? null : Math.Round((double)right / tally.Entries, 4),
            [.. scores],
            figures,
            key
        );
        return Answer.Public(response, Fingerprint.OfFigures($"{region}|{key}", board?.Figures ?? "", figures), Cacheable);
    }

    private static QuestionFigures FiguresOf(string id, IReadOnlyDictionary<Language, QuestionSums> byLanguage)
    {
        var all = byLanguage.Values.Aggregate((one, other) => one + other);
        return new QuestionFigures(
            id,
            all.Shown,
            all.Correct,
            all.Facility,
            all.Discrimination,
            [
                .. byLanguage.Select(part => new LanguageFigures(
                    part.Key,
                    part.Value.Shown,
                    part.Value.Correct,
                    part.Value.Facility,
                    part.Value.Discrimination
                )),
            ]
        );
    }
}
