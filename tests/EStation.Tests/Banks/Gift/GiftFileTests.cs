using System.Text;

namespace EStation.Banks.Gift;

/// <summary>GIFT as Moodle documents and writes it.</summary>
public class GiftFileTests
{
    internal const string Moodle = """
        // question: 0  name: Switch category to $course$/top/健康生活
        $CATEGORY: $course$/top/健康生活

        // question: 123  name: Grant
        // [id:grant-1] [tag:practice]
        ::Grant's tomb::[html]<p>Who is buried in Grant's <b>tomb</b>?</p>{
        	=<p>Ulysses S. Grant</p>#<p>Well done</p>
        	~<p>No one &amp; nobody</p>#<p>Was true for 12 years</p>
        	~<p>Napoleon</p>
        	####<p>Sapienti sat.</p>
        }

        ::Two right::What two people are entombed in Grant's tomb? {
           ~%-100%No one
           ~%50%Grant
           ~%50%Grant's wife
           ~%-100%Grant's father }

        Grant is {~buried =entombed ~living} in Grant's tomb.

        // a comment amid
        Grant was buried in a tomb in NYC.{T}

        The sun rises in the west.{FALSE#Wrong, it is the east.#Right!}

        Which is 1 \= 1 \{set\} \~ C\:\\ \#?{=a \= b ~c}

        [plain]1 < 2 and <b> is no tag here{=yes ~no}

        <span lang\="zh" class\="multilang">土豆发芽后能吃吗？</span><span lang\="ko" class\="multilang">싹이 난 감자를 먹어도 됩니까?</span>{
        =<span lang\="zh" class\="multilang">不能</span><span lang\="ko" class\="multilang">안 된다</span>
        ~<span lang\="zh" class\="multilang">能</span><span lang\="ko" class\="multilang">된다</span>}

        Who's buried in Grant's tomb?{=no one =nobody}

        When was Ulysses S. Grant born?{#1822:5}

        Match. { =a -> b =c -> d }

        Write a short biography of Grant. {}

        Just a text to read.

        Half right?{=yes ~%50%perhaps ~no}

        Any of two?{=yes =also ~no}

        [html]See <img src="@@PLUGINFILE@@/a.png">{=yes ~no}
        """;

    [Fact]
    public void What_Moodle_writes_is_read_as_Moodle_means_it()
    {
        var import = Read(Moodle);
        var questions = import.Questions;
        Assert.All(questions, question => Assert.Equal("健康生活", question.Category));

        var grant = questions[0];
        Assert.Equal(("grant-1", QuestionPool.Practice, QuestionKind.Single), (grant.Id, grant.Pool, grant.Kind));
        Assert.Equal("Who is buried in Grant's tomb?", grant.Text.Zh);
        Assert.Equal(["Ulysses S. Grant", "No one & nobody", "Napoleon"], grant.Options.Select(option => option.Text.Zh));
        Assert.Equal([true, false, false], grant.Options.Select(option => option.Right));
        Assert.Equal("Sapienti sat.", grant.Explanation!.Zh);

        Assert.Equal(QuestionKind.Multiple, questions[1].Kind);
        Assert.Equal([false, true, true, false], questions[1].Options.Select(option => option.Right));
        Assert.Equal("Grant is _____ in Grant's tomb.", questions[2].Text.Zh);
        Assert.Equal([true, false], questions[3].Options.Select(option => option.Right));
        Assert.Equal((QuestionKind.TrueFalse, "Wrong, it is the east."), (questions[4].Kind, questions[4].Explanation!.Zh));
        Assert.Equal([false, true], questions[4].Options.Select(option => option.Right));
        Assert.Equal(@"Which is 1 = 1 {set} ~ C:\ #?", questions[5].Text.Zh);
        Assert.Equal("a = b", questions[5].Options[0].Text.Zh);
        Assert.Equal("1 < 2 and <b> is no tag here", questions[6].Text.Zh);
        Assert.Equal(("土豆发芽后能吃吗？", "싹이 난 감자를 먹어도 됩니까?"), (questions[7].Text.Zh, questions[7].Text.Ko));
        Assert.Equal("안 된다", questions[7].Options[0].Text.Ko);
    }

    [Fact]
    public void Kinds_that_are_not_offered_are_warnings_with_their_line()
    {
        var warnings = Read(Moodle).Warnings;
        string[] expected = ["short-answer", "numerical", "matching", "essay", "description", "in part", "any one is right", "pictures"];
        Assert.Equal(expected.Length, warnings.Count);
        foreach (var (expectation, warning) in expected.Zip(warnings))
            Assert.Contains(expectation, warning.Reason, StringComparison.Ordinal);
        var lines = Moodle.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("no one =nobody", lines[warnings[0].Line - 1], StringComparison.Ordinal);
        Assert.Contains("PLUGINFILE", lines[warnings[^1].Line - 1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Good?{=yes ~no}\n\nBad? {=yes ~no", 3, "braces")]
    [InlineData("Good?{=yes ~no}\n\nText\n\nBad? =yes ~no}", 5, "braces")]
    [InlineData("Bad?{~no ~never}", 1, "no right one")]
    [InlineData("Bad?{=yes ~}", 1, "option 2 is missing")]
    [InlineData("Bad?{=same ~same}", 1, "say the same")]
    [InlineData("{=yes ~no}", 1, "text is missing")]
    [InlineData("Same?{=yes ~no}\n\n\nSame?{=yes ~no}", 4, "same words as line 1")]
    [InlineData("// [id:not an id]\nBad?{=yes ~no}", 2, "id must be")]
    [InlineData("", 1, "no question")]
    public void A_bad_question_refuses_the_file_and_says_where(string file, int line, string reason)
    {
        Assert.True(BankImport.Read(BankFormat.Gift, Encoding.UTF8.GetBytes(file), QuestionPool.Ranked).Refused(out var refusal, out _));
        Assert.Equal(422, refusal.Status);
        Assert.Contains(
            refusal.Errors!,
            error => error.Key == $"line {line}" && error.Value.Any(text => text.Contains(reason, StringComparison.Ordinal))
        );
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("gb18030")]
    public void Chinese_survives_in_every_encoding_that_people_save_in(string encoding)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var used = Encoding.GetEncoding(encoding);
        byte[] file = [.. used.GetPreamble(), .. used.GetBytes("土豆发芽后能吃吗？{=不能 ~能}")];
        Assert.False(BankImport.Read(BankFormat.Gift, file, QuestionPool.Ranked).Refused(out _, out var import));
        Assert.Equal("土豆发芽后能吃吗？", import.Questions[0].Text.Zh);
    }

    private static BankImport Read(string file)
    {
        var refused = BankImport
            .Read(BankFormat.Gift, Encoding.UTF8.GetBytes(file), QuestionPool.Ranked)
            .Refused(out var refusal, out var import);
        Assert.False(refused, string.Join("; ", refusal?.Errors?.Select(error => $"{error.Key}: {string.Join(',', error.Value)}") ?? []));
        return import!;
    }
}
