using System.Globalization;
using EStation.Banks;

namespace EStation.Contests.Attempts;

/// <summary>Options have their place as id (<c>1</c>, <c>2</c> …): the author's ids could tell the original order.</summary>
public sealed record PaperQuestion(Question Question, IReadOnlyList<Option> Options)
{
    public IEnumerable<string> Right => Options.Index().Where(place => place.Item.Right).Select(place => IdAt(place.Index));

    public static PaperQuestion Shuffle(Question question, Lots lots) =>
        new(
            question,
            // People expect "true" before "false", and the order of two options reveals nothing.
            question.Kind == QuestionKind.TrueFalse
                ? question.Options
                : AboveLast(lots.Pick([.. question.Options], question.Options.Count))
        );

    private static IReadOnlyList<Option> AboveLast(IReadOnlyList<Option> shuffled) =>
        [.. shuffled.OrderBy(option => OptionWords.SpeaksOfAbove(option.Text.Zh))]; // a stable order

    public static string IdAt(int place) => (place + 1).ToString(CultureInfo.InvariantCulture);

    public Option? Find(string id) => Options.Index().FirstOrDefault(place => IdAt(place.Index) == id).Item;

    public string PaperIdOf(string authorId) => IdAt(Options.Index().First(place => place.Item.Id == authorId).Index);
}
