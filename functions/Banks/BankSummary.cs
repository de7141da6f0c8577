using EStation.Regions;

namespace EStation.Banks;

/// <summary>A question bank in its present version, without its questions.</summary>
/// <param name="Region">Whose administrators may read and change it, and let contests there and below draw from it.</param>
/// <param name="Hash">Of the file that this version came from.</param>
public sealed record BankSummary(
    string Id,
    int Version,
    string Name,
    RegionCode Region,
    string Hash,
    int Ranked,
    int Practice,
    IReadOnlyList<string> Categories,
    DateTimeOffset ImportedAt
)
{
    /// <summary>Names this version and what is in it.</summary>
    public string Edition => $"{Version}-{Hash}";

    /// <param name="questions">Of the version that this becomes; which one that is, storage decides.</param>
    public static BankSummary Of(
        string id,
        string name,
        RegionCode region,
        string hash,
        IReadOnlyList<Question> questions,
        DateTimeOffset now
    ) =>
        new(
            id,
            Version: 0,
            name,
            region,
            hash,
            questions.Count(question => question.Pool == QuestionPool.Ranked),
            questions.Count(question => question.Pool == QuestionPool.Practice),
            [.. questions.Select(question => question.Category).Distinct().Order(StringComparer.Ordinal)],
            now
        );

    public int Questions => Ranked + Practice;
}
