using System.Globalization;
using System.Text.RegularExpressions;

namespace EStation.Banks.Gift;

public sealed partial record GiftAnswers(string Kind, IReadOnlyList<RawOption> Options, Text? Explanation)
{
    private const string FeedbackMark = "####";

    /// <returns>Null when the kind is not supported or the answers are refused; the notes give the reason.</returns>
    public static GiftAnswers? Read(string braces, string format, ImportNotes notes, int line)
    {
        var mark = braces.LastIndexOf(FeedbackMark, StringComparison.Ordinal);
        var explanation = mark < 0 ? null : GiftText.OrNull(braces[(mark + FeedbackMark.Length)..], format);
        var answers = (mark < 0 ? braces : braces[..mark]).Trim();
        if (NotOffered(answers) is { } kind)
        {
            notes.Warn(line, $"{kind} questions are not offered; it was left out");
            return null;
        }

        return answers.Contains('~', StringComparison.Ordinal)
            ? Choices(answers, explanation, format, notes, line)
            : TrueFalse(answers, explanation, format);
    }

    private static string? NotOffered(string answers) =>
        answers.Length == 0 ? "essay"
        : answers[0] == '#' ? "numerical"
        : answers.Contains('~', StringComparison.Ordinal) ? null
        : answers.Contains("->", StringComparison.Ordinal) && answers.Contains('=', StringComparison.Ordinal) ? "matching"
        : TruthOf(answers) is null ? "short-answer"
        : null;

    // "{FALSE#wrong feedback#right feedback}"
    private static bool? TruthOf(string answers) =>
        answers.Split('#')[0].Trim() switch
        {
            "T" or "TRUE" => true,
            "F" or "FALSE" => false,
            _ => null,
        };

    private static GiftAnswers TrueFalse(string answers, Text? explanation, string format)
    {
        var feedback = answers.Split('#').Skip(1).Select(text => GiftText.OrNull(text, format)).OfType<Text>();
        return new GiftAnswers("trueFalse", QuestionWords.TrueFalse(TruthOf(answers)!.Value), explanation ?? feedback.FirstOrDefault());
    }

    private static GiftAnswers? Choices(string answers, Text? explanation, string format, ImportNotes notes, int line)
    {
        var single = answers.Contains('=', StringComparison.Ordinal);
        var choices = answers
            .Replace("=", "~=", StringComparison.Ordinal)
            .Split('~', StringSplitOptions.TrimEntries)
            .Select(Choice.Of)
            .Where((choice, place) => place > 0 || choice.Text.Length > 0)
            .ToList();
        if (single && choices.Count(choice => choice.Equal) > 1)
        {
            notes.Warn(line, "questions with several answers of which any one is right are not offered; it was left out");
            return null;
        }

        if (single && choices.Any(choice => !choice.Equal && choice.Weight > 0))
            notes.Warn(line, "answers that are right in part count as wrong");
        var options = choices.Select(choice => new RawOption(GiftText.Of(choice.Text, format), choice.IsRight(single))).ToList();
        var feedback = choices
            .Where(choice => choice.IsRight(single))
            .Select(choice => GiftText.OrNull(choice.Feedback, format))
            .OfType<Text>();
        return new GiftAnswers(single ? "single" : "multiple", options, explanation ?? feedback.FirstOrDefault());
    }

    /// <summary>"=right", "~wrong", "~%50%half right#feedback"</summary>
    private sealed record Choice(bool Equal, double Weight, string Text, string Feedback)
    {
        public bool IsRight(bool single) => single ? Equal : Weight > 0;

        public static Choice Of(string answer)
        {
            var equal = answer.StartsWith('=');
            var rest = equal ? answer[1..].TrimStart() : answer;
            var weight = WeightMark().Match(rest);
            rest = rest[weight.Length..];
            var feedback = rest.IndexOf('#', StringComparison.Ordinal);
            return new Choice(
                equal,
                weight.Success ? double.Parse(weight.Groups[1].Value, CultureInfo.InvariantCulture) : 0,
                (feedback < 0 ? rest : rest[..feedback]).Trim(),
                feedback < 0 ? "" : rest[(feedback + 1)..]
            );
        }
    }

    [GeneratedRegex(@"^%(-?\d{1,3}(?:\.\d+)?)%")]
    private static partial Regex WeightMark();
}
