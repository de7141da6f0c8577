using System.Security.Cryptography;
using EStation.Access;
using EStation.Banks;
using EStation.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Contests.Attempts;

public sealed record PracticeResponse(IReadOnlyList<PracticeQuestion> Questions);

public sealed record PracticeQuestion(
    string Id,
    string Category,
    QuestionKind Kind,
    Text Text,
    IReadOnlyList<PaperOptionResponse> Options,
    IReadOnlyList<string> Right,
    Text? Explanation,
    string? Source
);

public sealed class GetPractice(ContestTable contests, TimeProvider time)
{
    private const int UsualCount = 8;
    private const int MostCount = 50;

    [Function(nameof(GetPractice))]
    [Access(Needs.Nothing)]
    [Answers<PracticeResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/contests/{id}/practice")] HttpRequest request,
        string id
    )
    {
        if (await contests.FindAsync(id) is not { } contest)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var count = Query.Number(request, "count", UsualCount, MostCount, check);
        if (check.Or(() => count).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var questions = Practice.Questions(contest, await contests.ListAsync(), Query.Text(request, "category"), time.Now());
        var lots = new Lots(RandomNumberGenerator.GetBytes(32));
        return Answer.Ok(
            new PracticeResponse([
                .. lots.Pick([.. questions], count).Select(question => ResponseOf(PaperQuestion.Shuffle(question, lots))),
            ])
        );
    }

    private static PracticeQuestion ResponseOf(PaperQuestion shown) =>
        new(
            shown.Question.Id,
            shown.Question.Category,
            shown.Question.Kind,
            shown.Question.Text,
            [.. shown.Options.Select((option, place) => new PaperOptionResponse(PaperQuestion.IdAt(place), option.Text))],
            [.. shown.Right],
            shown.Question.Explanation,
            shown.Question.Source
        );
}
