using EStation.Banks;
using EStation.Regions;

namespace EStation.Contests.Attempts;

public class PaperTests
{
    private static readonly byte[] Key = new byte[32];

    private static readonly QuestionBank Bank = new(
        "bank",
        1,
        [
            .. Enumerable
                .Range(0, 60)
                .Select(number => new Question(
                    $"q{number}",
                    number % 3 == 0 ? "a" : "b",
                    number % 10 == 9 ? QuestionPool.Practice : QuestionPool.Ranked,
                    QuestionKind.Single,
                    new Text($"{number}"),
                    [.. "wxyz".Select(letter => new Option(letter.ToString(), new Text($"{letter}"), letter == 'w'))]
                )),
        ]
    );

    private static readonly Contest Contest = new(
        "c",
        1,
        new Text("赛"),
        null,
        "bank",
        RegionCode.Province,
        default,
        default,
        new Draw(8),
        60,
        1,
        null,
        5
    );

    [Fact]
    public void The_same_attempt_always_has_the_same_paper() => Assert.Equal(Describe(DrawFor("p", 1)), Describe(DrawFor("p", 1)));

    [Fact]
    public void Another_person_attempt_version_or_key_has_another()
    {
        var papers = new[]
        {
            DrawFor("p", 1),
            DrawFor("q", 1),
            DrawFor("p", 2),
            Paper.Draw(Contest with { Version = 2 }, Bank, Key, "p", 1),
            Paper.Draw(Contest, Bank, [.. Enumerable.Repeat((byte)1, 32)], "p", 1),
        };
        Assert.Equal(papers.Length, papers.Select(Describe).Distinct().Count());
    }

    [Fact]
    public void All_of_the_above_stays_the_last_option_of_every_paper()
    {
        Option[] options =
        [
            .. "甲乙丙".Select(letter => new Option($"{letter}", new Text($"{letter}"), false)),
            new("d", new Text("以上都是"), true),
        ];
        var bank = new QuestionBank(
            "bank",
            1,
            [
                .. Enumerable
                    .Range(0, 8)
                    .Select(n => new Question($"q{n}", "", QuestionPool.Ranked, QuestionKind.Single, new Text($"{n}"), options)),
            ]
        );
        for (var person = 0; person < 20; person++)
        {
            var paper = Paper.Draw(Contest, bank, Key, $"p{person}", 1);
            Assert.All(paper.Questions, question => Assert.Equal("以上都是", question.Options[^1].Text.Zh));
        }
    }

    [Fact]
    public void No_question_comes_twice_and_none_is_for_practice()
    {
        var questions = Enumerable
            .Range(0, 200)
            .SelectMany(person => DrawFor($"p{person}", 1).Questions.Select(question => (person, question.Question)))
            .ToList();
        Assert.Equal(questions.Count, questions.Select(question => (question.person, question.Question.Id)).Distinct().Count());
        Assert.DoesNotContain(questions, question => question.Question.Pool == QuestionPool.Practice);
    }

    [Fact]
    public void Every_question_and_every_place_of_the_right_option_comes_about_equally_often()
    {
        const int People = 4000;
        var drawn = Enumerable.Range(0, People).SelectMany(person => DrawFor($"p{person}", 1).Questions).ToList();
        var byQuestion = drawn.CountBy(question => question.Question.Id).ToList();
        Assert.Equal(54, byQuestion.Count);
        var expected = People * 8 / 54.0; // 593, with a standard deviation of 22
        Assert.All(byQuestion, count => Assert.InRange(count.Value, expected - 120, expected + 120));
        Assert.All(drawn.CountBy(question => question.Right.Single()), place => Assert.InRange(place.Value, 7500, 8500)); // 8,000 +- 77
    }

    [Fact]
    public void Categories_get_the_share_that_the_contest_gives_them()
    {
        var paper = Paper.Draw(Contest with { Draw = new Draw(8, new Dictionary<string, int> { ["a"] = 3 }) }, Bank, Key, "p", 1);
        Assert.Equal(8, paper.Questions.Count);
        Assert.True(paper.Questions.Count(question => question.Question.Category == "a") >= 3);
    }

    [Fact]
    public void Options_are_known_by_their_place_alone()
    {
        var question = DrawFor("p", 1).Questions[0];
        Assert.Equal("w", question.Find(question.Right.Single())!.Id);
        Assert.Equal(question.Right.Single(), question.PaperIdOf("w"));
        Assert.Null(question.Find("w"));
        Assert.Null(question.Find("5"));
    }

    private static Paper DrawFor(string person, int number) => Paper.Draw(Contest, Bank, Key, person, number);

    private static string Describe(Paper paper) =>
        string.Join(
            ';',
            paper.Questions.Select(question => question.Question.Id + string.Concat(question.Options.Select(option => option.Id)))
        );
}
