using System.ComponentModel.DataAnnotations;
using EStation.Http;

namespace EStation.Trainings;

public sealed record QuestionRequest(
    string? Id,
    TextRequest? Text,
    QuestionKind? Kind,
    [property: MinLength(2), MaxLength(QuestionRequest.MostOptions)] IReadOnlyList<TextRequest?>? Options = null,
    bool Required = false
)
{
    public const int Most = 10;
    public const int MostOptions = 20;
    private const int LongestId = 20;
    private const int LongestText = 200;

    public static IReadOnlyList<Question> Parse(Validation check, string field, IReadOnlyList<QuestionRequest?> wanted)
    {
        var questions = wanted.Select((question, at) => Parse(check, $"{field}[{at}]", question)).ToList();
        check.Check(questions.Count <= Most, field, $"must be {Most} at most");
        check.Check(questions.DistinctBy(question => question.Id).Count() == questions.Count, field, "has the same id twice");
        return questions;
    }

    private static Question Parse(Validation check, string field, QuestionRequest? question)
    {
        var id = check.Line($"{field}.id", question?.Id, LongestId);
        check.Check(id.All(one => char.IsAsciiLetterOrDigit(one) || one == '-'), $"{field}.id", "must be letters, digits and hyphens");
        check.Check(question?.Kind is not null, $"{field}.kind", "is missing");
        var isChoice = question?.Kind == QuestionKind.Choice;
        check.Check(
            isChoice == question?.Options is not null && question?.Options is not ({ Count: < 2 } or { Count: > MostOptions }),
            $"{field}.options",
            $"must be 2 to {MostOptions}, for a choice alone"
        );
        return new Question(
            id,
            TextRequest.ParseLine(check, $"{field}.text", question?.Text, LongestText),
            question?.Kind ?? default,
            question?.Options?.Select((option, at) => TextRequest.ParseLine(check, $"{field}.options[{at}]", option, LongestText)).ToList(),
            question?.Required ?? false
        );
    }
}
