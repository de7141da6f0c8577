using System.Text.Json;
using EStation.Http;

namespace EStation.Banks;

/// <summary>The questions that come with the system, held to the form that contests need.</summary>
public class SeedBankTests
{
    private static readonly string[] Topics =
    [
        "agri-ip",
        "emergency",
        "environment",
        "food-safety",
        "health",
        "revitalisation",
        "rural-policy",
    ];
    private static readonly IReadOnlyList<Question> Questions =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "question-bank"), "*.json")
            .Order(StringComparer.Ordinal)
            .SelectMany(file => JsonSerializer.Deserialize<BankFile>(File.ReadAllBytes(file), Json.AllLanguages)!.Questions),
    ];

    [Fact]
    public void Every_file_passes_the_import_with_no_warning()
    {
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "seeds", "question-bank"), "*.json"))
        {
            Assert.False(
                BankImport.Read(BankFormat.Json, File.ReadAllBytes(file), QuestionPool.Ranked).Refused(out var refusal, out var import),
                $"{file} {refusal?.Errors?.First()}"
            );
            Assert.Empty(import!.Warnings);
        }
    }

    [Fact]
    public void There_are_at_least_240_in_Chinese_and_80_in_Korean_over_seven_topics()
    {
        Assert.True(Questions.Count >= 240, $"{Questions.Count}");
        Assert.True(Questions.Count(question => question.Text.Ko is not null) >= 80);
        Assert.Equal(Topics, Questions.Select(question => question.Category).Distinct().Order(StringComparer.Ordinal));
        Assert.All(Questions.GroupBy(question => question.Category), topic => Assert.InRange(topic.Count(), 30, 40));
        Assert.Equal(Questions.Count, Questions.Select(question => question.Id).Distinct().Count());
        Assert.All(Enum.GetValues<QuestionKind>(), kind => Assert.Contains(Questions, question => question.Kind == kind));
        Assert.All(
            Questions.GroupBy(question => question.Category),
            topic => Assert.Contains(topic, question => question.Pool == QuestionPool.Practice)
        );
    }

    [Fact]
    public void Each_has_its_source_an_explanation_and_plausible_wrong_answers()
    {
        foreach (var question in Questions)
        {
            Assert.True(question.Source is { Length: > 3 }, question.Id);
            Assert.True(question.Explanation is { Zh.Length: >= 10 and <= 200 }, question.Id);
            Assert.True(question.Text.Zh.Length is >= 8 and <= 80, question.Id);
            var right = question.Options.Count(option => option.Right);
            Assert.True(
                question.Kind switch
                {
                    QuestionKind.Single => question.Options.Count == 4 && right == 1,
                    QuestionKind.Multiple => question.Options.Count is 4 or 5 && right >= 2 && right <= question.Options.Count,
                    _ => question.Options.Count == 2 && right == 1,
                },
                question.Id
            );
            var lengths = question.Options.Select(option => option.Text.Zh.Length).ToList();
            Assert.True(lengths.Max() <= 30, question.Id);
            // A right answer that is far the longest gives itself away.
            Assert.True(
                question.Kind != QuestionKind.Single
                    || question.Options.Single(option => option.Right).Text.Zh.Length <= 2 * Math.Max(4, lengths.Average()),
                question.Id
            );
        }
    }

    [Fact]
    public void What_is_in_Korean_is_in_Korean_whole()
    {
        foreach (var question in Questions)
        {
            var texts = question.Options.Select(option => option.Text).Append(question.Text).Append(question.Explanation!).ToList();
            Assert.True(texts.TrueForAll(text => text.Ko is null) || texts.TrueForAll(text => text.Ko is { Length: > 0 }), question.Id);
            Assert.True(
                texts.TrueForAll(text =>
                    text.Ko is null
                    || text.Ko.Any(letter => letter is >= '\uac00' and <= '\ud7a3')
                    || !text.Ko.Any(letter => letter > '\u2e7f')
                ),
                question.Id
            );
        }
    }

    [Fact]
    public void The_place_of_the_right_answer_tells_nothing()
    {
        var single = Questions.Where(question => question.Kind == QuestionKind.Single).ToList();
        var places = single.CountBy(question => question.Options.ToList().FindIndex(option => option.Right)).ToDictionary();
        Assert.All(Enumerable.Range(0, 4), place => Assert.InRange((double)places[place] / single.Count, 0.18, 0.32));
        var statements = Questions.Where(question => question.Kind == QuestionKind.TrueFalse).ToList();
        Assert.InRange((double)statements.Count(question => question.Options[0].Right) / statements.Count, 0.35, 0.65);
    }

    [Fact]
    public void No_two_ask_the_same()
    {
        var closest = (Share: 0.0, One: "", Other: "");
        for (var i = 0; i < Questions.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var share = Similarity(Questions[i], Questions[j]);
                if (share > closest.Share)
                    closest = (share, Questions[i].Id, Questions[j].Id);
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"closest {closest}");
        Assert.True(closest.Share < 0.35, $"{closest.One} and {closest.Other} are alike: {closest.Share:F2}");
    }

    [Fact]
    public void Similarity_sees_a_question_that_was_only_reworded()
    {
        var question = Questions[0];
        var reworded = question with
        {
            Text = question.Text with { Zh = "请问，" + question.Text.Zh.Replace("，", "", StringComparison.Ordinal) },
        };
        Assert.True(Similarity(question, reworded) > 0.5);
    }

    /// <summary>Jaccard's measure over pairs of characters of the text and the right answers.</summary>
    private static double Similarity(Question one, Question other)
    {
        var (a, b) = (Pairs(one), Pairs(other));
        var common = a.Count(b.Contains);
        return (double)common / (a.Count + b.Count - common);
    }

    private static readonly Dictionary<Question, HashSet<string>> Known = new(ReferenceEqualityComparer.Instance);

    private static HashSet<string> Pairs(Question question)
    {
        if (Known.TryGetValue(question, out var pairs))
            return pairs;
        var words = string.Concat(
            (question.Text.Zh + string.Concat(question.Options.Where(option => option.Right).Select(option => option.Text.Zh))).Where(
                char.IsLetterOrDigit
            )
        );
        return Known[question] = [.. Enumerable.Range(0, words.Length - 1).Select(at => words.Substring(at, 2))];
    }

    private sealed record BankFile(IReadOnlyList<Question> Questions);
}
