using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EStation.Contests;

/// <summary>
/// The questions of one attempt, options in the order this person sees them. A keyed hash of contest, person and attempt draws it, so the same
/// attempt always has the same paper, and starting over shows nothing new. It is not stored.
/// </summary>
internal sealed record Paper(IReadOnlyList<PaperQuestion> Questions)
{
    /// <param name="contest">The rules.</param>
    /// <param name="bank">The version of the bank that the contest was published with.</param>
    /// <param name="key">The secret by which papers are drawn.</param>
    /// <param name="person">Who sits the paper.</param>
    /// <param name="number">The person's how-manieth attempt in the contest.</param>
    public static Paper Draw(Contest contest, QuestionBank bank, byte[] key, string person, int number)
    {
        var context = Encoding.UTF8.GetBytes($"{contest.Id}|{contest.Version}|{person}|{number}");
        var lots = new Lots(HMACSHA256.HashData(key, context));
        var drawn = contest.Draw.ByCategory is { } byCategory
            ? byCategory.OrderBy(wish => wish.Key, StringComparer.Ordinal)
                .SelectMany(wish => lots.Pick([.. bank.Ranked.Where(question => question.Category == wish.Key)], wish.Value)).ToArray()
            : [];
        // What the categories leave open comes from all the others.
        var rest = lots.Pick([.. bank.Ranked.Except(drawn)], contest.Draw.Count - drawn.Length);
        var questions = drawn.Concat(rest).ToArray();
        return new Paper([.. lots.Pick(questions, questions.Length).Select(question => PaperQuestion.Shuffle(question, lots))]);
    }

    public PaperQuestion? Find(string question) => Questions.FirstOrDefault(candidate => candidate.Question.Id == question);
}

/// <summary>Lots that a secret seed decides: HKDF's output as a stream of numbers.</summary>
internal sealed class Lots(byte[] seed)
{
    private readonly byte[] stream = new byte[255 * 32];
    private int filled;
    private int used;

    /// <summary>So many of the items, each with the same chance, in random order (Fisher-Yates).</summary>
    public T[] Pick<T>(T[] items, int count)
    {
        count = Math.Clamp(count, 0, items.Length);
        for (var i = 0; i < count; i++)
        {
            var other = i + (int)(Next() % (ulong)(items.Length - i));
            (items[i], items[other]) = (items[other], items[i]);
        }

        return items[..count];
    }

    // 64 bits, so that the remainder favours no item by more than one in 10^15.
    private ulong Next()
    {
        if (used == filled)
            Fill();
        var number = BinaryPrimitives.ReadUInt64LittleEndian(stream.AsSpan(used));
        used += sizeof(ulong);
        return number;
    }

    private void Fill()
    {
        filled = Math.Min(stream.Length, Math.Max(512, filled * 4));
        HKDF.Expand(HashAlgorithmName.SHA256, seed, stream.AsSpan(0, filled), []);
    }
}
