using System.Security.Cryptography;
using System.Text;
using EStation.Banks;

namespace EStation.Contests.Attempts;

/// <summary>
/// The questions of one attempt, options in the order this person sees them. A keyed hash of contest, person and attempt draws it, so the
/// same attempt always has the same paper, and starting over shows nothing new. It is not stored.
/// </summary>
public sealed record Paper(IReadOnlyList<PaperQuestion> Questions)
{
    /// <summary>What is left of a paper that cannot be drawn any more.</summary>
    public static readonly Paper Gone = new([]);

    /// <param name="bank">The version of the bank that the contest was published with.</param>
    /// <param name="key">The secret by which papers are drawn.</param>
    /// <param name="number">The person's how-manieth attempt in the contest.</param>
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

    /// <summary>Of each category its share; what the categories leave open comes from all the others.</summary>
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
