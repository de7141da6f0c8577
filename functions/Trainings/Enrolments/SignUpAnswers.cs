using EStation.Http;

namespace EStation.Trainings.Enrolments;

/// <summary>The answers to the questions of a training.</summary>
public static class SignUpAnswers
{
    /// <param name="vouched">An official need not know every answer.</param>
    public static IReadOnlyDictionary<string, string> Parse(
        Validation check,
        Training training,
        IReadOnlyDictionary<string, string?>? given,
        bool vouched
    )
    {
        var answers = new Dictionary<string, string>();
        foreach (var unknown in (given?.Keys ?? []).Except((training.Taught.Questions ?? []).Select(question => question.Id)).Take(1))
            check.Refuse("answers", $"has no question {unknown}");
        foreach (var question in training.Taught.Questions ?? [])
        {
            var field = $"answers.{question.Id}";
            var answer = check.OptionalText(field, given?.GetValueOrDefault(question.Id), Question.LongestAnswer);
            check.Check(answer is not null || vouched || !question.Required, field, "is missing");
            check.Check(answer is null || Fits(question, answer), field, "is none of the answers");
            if (answer is not null)
                answers[question.Id] = answer;
        }

        return answers;
    }

    private static bool Fits(Question question, string answer) =>
        question.Kind switch
        {
            QuestionKind.Choice => int.TryParse(answer, out var option) && option >= 1 && option <= question.Options!.Count,
            QuestionKind.YesNo => answer is "yes" or "no",
            _ => true,
        };
}
