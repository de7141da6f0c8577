using System.Security.Cryptography;
using System.Text;
using EStation.Banks;

namespace EStation.Contests.Attempts;

/// <summary>A paper, drawn by a keyed hash of contest, person and attempt: the same attempt has the same paper.</summary>
public sealed record Paper(IReadOnlyList<PaperQuestion> Questions)
{
    public static readonly Paper Gone = new([]);

    public static Paper Draw(Contest contest, QuestionBank bank, byte[] key, string person, int number)
    {
        var context = Encoding.UTF8.GetBytes($"{contest.Id}|{contest.Version}|{person}|{number}");
        var lots = new Lots(HMACSHA256.HashData(key, context));
        var questions = contest.Draw.ByCategory is { } byCategory
            ? DrawByCategory(bank, byCategory, contest.Draw.Count, lots)
            : lots.Pick([.. bank.Ranked], contest.Draw.Count);
        return new Paper([.. questions.Select(question => PaperQuestion.Shuffle(question, lots))]);
    }

    public PaperQuestion? Find(string question) => Questions.FirstOrDefault(candidate => candidate.Question.Id == question);

    /// <summary>Draws each category's share; the rest of the paper comes from all other questions.</summary>
    private static Question[] DrawByCategory(QuestionBank bank, IReadOnlyDictionary<string, int> byCategory, int count, Lots lots)
    {
        var drawn = byCategory
            .OrderBy(wish => wish.Key, StringComparer.Ordinal)
            .SelectMany(wish => lots.Pick([.. bank.Ranked.Where(question => question.Category == wish.Key)], wish.Value))
            .ToList();
        var known = drawn.Select(question => question.Id).ToHashSet();
        drawn.AddRange(lots.Pick([.. bank.Ranked.Where(question => !known.Contains(question.Id))], count - drawn.Count));
        return lots.Pick([.. drawn], drawn.Count);
    }
}
