using System.Globalization;
using EStation.Banks;

namespace EStation.Contests.Attempts;

/// <summary>
/// A question on a paper. Its options are known by their place on the paper (<c>1</c>, <c>2</c> …): the author's ids, which could tell the
/// order in which they were written, stay on the server.
/// </summary>
public sealed record PaperQuestion(Question Question, IReadOnlyList<Option> Options)
{
    public IEnumerable<string> Right => Options.Index().Where(place => place.Item.Right).Select(place => IdAt(place.Index));

    public static PaperQuestion Shuffle(Question question, Lots lots) =>
        new(
            question,
            // People expect "true" before "false"; there is nothing to learn from the order of two.
            question.Kind == QuestionKind.TrueFalse
                ? question.Options
                : AboveLast(lots.Pick([.. question.Options], question.Options.Count))
        );

    private static IReadOnlyList<Option> AboveLast(IReadOnlyList<Option> shuffled) =>
        [.. shuffled.OrderBy(option => OptionWords.SpeaksOfAbove(option.Text.Zh))]; // a stable order

    public static string IdAt(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    /// <summary>The option that is known by this id on the paper, or null.</summary>
    public Option? Find(string id) => Options.Index().FirstOrDefault(place => IdAt(place.Index) == id).Item;

    /// <summary>The id by which the author's option is known on the paper.</summary>
    public string PaperIdOf(string authorId) => IdAt(Options.Index().First(place => place.Item.Id == authorId).Index);
}
