using EStation.Http;
using EStation.Storage;

namespace EStation.Banks;

public sealed class QuestionCheck(ImportNotes notes, QuestionPool usualPool)
{
    private const int LongestText = 500;
    private const int LongestOption = 200;
    private const int LongestExplanation = 2000;
    private const int LongestSource = 300;
    private const int LongestCategory = 60;
    private const int MostOptions = 10;
    private const string NoCategory = "general";

    private readonly Dictionary<string, int> lines = new(StringComparer.Ordinal);

    /// <summary>Returns null when the question is refused or its kind is not supported.</summary>
    public Question? Check(RawQuestion raw)
    {
        var kind = raw.Kind is { Length: > 0 } word ? QuestionWords.KindOf(word) : KindOf(raw);
        if (kind is null)
        {
            notes.Warn(raw.Line, $"questions of the kind '{raw.Kind}' are not offered; it was left out");
            return null;
        }

        var check = new Validation();
        raw = WithoutLetters(raw);
        foreach (var option in raw.Options.Where(option => OptionWords.NamesOthers(option.Text.Zh)))
            notes.Warn(raw.Line, $"the option '{option.Text.Zh}' names others by letters, which differ on each paper");
        var text = Text(check, "text", raw.Text, LongestText);
        var options = Options(check, raw, kind.Value);
        var explanation = raw.Explanation is { } given ? Text(check, "explanation", given, LongestExplanation) : null;
        var category = check.OptionalLine("category", raw.Category, LongestCategory) ?? NoCategory;
        var pool = raw.Pool is { Length: > 0 } wanted ? QuestionWords.PoolOf(wanted) : usualPool;
        check.Check(pool is not null, "pool", "must be ranked or practice");
        var source = check.OptionalText("source", raw.Source, LongestSource);
        check.Check(raw.Id is null || TableKey.IsValid(raw.Id), "id", "must be 1 to 64 letters, digits, '-' or '_'");
        var question = check.Or(() =>
            new Question(raw.Id ?? IdOf(text, options), category, pool!.Value, kind.Value, text, options, explanation, source)
        );
        return Accept(raw.Line, question);
    }

    /// <summary>Papers shuffle options, so the author's letters would be wrong.</summary>
    private RawQuestion WithoutLetters(RawQuestion raw)
    {
        if (OptionWords.WithoutLetters([.. raw.Options.Select(option => option.Text.Zh)]) is not { } plain)
            return raw;
        notes.Warn(raw.Line, "the letters before its options were left out");
        return raw with { Options = [.. raw.Options.Zip(plain, (option, text) => option with { Text = option.Text with { Zh = text } })] };
    }

    private Question? Accept(int line, Result<Question> result)
    {
        if (result.Refused(out var refusal, out var question))
        {
            foreach (var (field, reasons) in refusal.Errors!)
                notes.Refuse(line, $"{field} {string.Join("; ", reasons)}");
            return null;
        }

        if (lines.TryAdd(question.Id, line))
            return question;
        notes.Refuse(line, $"has the same id or the same words as line {lines[question.Id]}");
        return null;
    }

    private static QuestionKind? KindOf(RawQuestion raw) =>
        raw.Options.Count == 2 && raw.Options[0].Id == "true" ? QuestionKind.TrueFalse
        : raw.Options.Count(option => option.Right) > 1 ? QuestionKind.Multiple
        : QuestionKind.Single;

    private static List<Option> Options(Validation check, RawQuestion raw, QuestionKind kind)
    {
        var options = raw
            .Options.Select(
                (option, place) =>
                    new Option(
                        option.Id ?? ((char)('a' + place)).ToString(),
                        Text(check, $"option {place + 1}", option.Text, LongestOption),
                        option.Right
                    )
            )
            .ToList();
        var right = options.Count(option => option.Right);
        check.Check(options.Count is >= 2 and <= MostOptions, "options", $"must be 2 to {MostOptions}");
        check.Check(kind != QuestionKind.TrueFalse || options.Count == 2, "options", "must be 2 for a statement that is true or false");
        check.Check(right > 0, "options", "have no right one");
        check.Check(kind == QuestionKind.Multiple || right <= 1, "options", "have more than one right one");
        check.Check(
            options.Select(option => Characters.Seen(option.Text.Zh)).Distinct().Count() == options.Count,
            "options",
            "have two that say the same"
        );
        check.Check(options.Select(option => option.Id).Distinct().Count() == options.Count, "options", "have two with the same id");
        check.Check(options.All(option => TableKey.IsValid(option.Id)), "options", "have an id that is not letters and digits");
        return options;
    }

    private static Text Text(Validation check, string field, Text text, int most) =>
        new(
            check.Text(field, text.Zh, most),
            check.OptionalText($"{field}.ko", text.Ko, most),
            check.OptionalText($"{field}.mn", text.Mn, most),
            check.OptionalText($"{field}.en", text.En, most)
        );

    // Derived from the words, so that a question keeps its id in the bank's next version.
    private static string IdOf(Text text, List<Option> options)
    {
        var words = string.Join('\n', options.Select(option => option.Text.Zh).Prepend(text.Zh));
        return "q-" + Fingerprint.Of(words, 8);
    }
}
