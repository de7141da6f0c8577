using EStation.Regions;

namespace EStation.Banks;

/// <param name="Region">Its administrators may read and change the bank; contests there and below may draw from it.</param>
/// <param name="Hash">The hash of the file of this version.</param>
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
    public string Edition => $"{Version}-{Hash}";

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
