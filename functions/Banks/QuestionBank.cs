using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace EStation.Banks;

public sealed record QuestionBank(string Id, int Version, IReadOnlyList<Question> Questions)
{
    /// <summary>Cached, since every paper draws from it.</summary>
    [JsonIgnore]
    public IReadOnlyList<Question> Ranked { get; } = [.. Questions.Where(question => question.Pool == QuestionPool.Ranked)];

    private readonly Lazy<FrozenDictionary<string, Question>> byId = new(() =>
        Questions.DistinctBy(question => question.Id).ToFrozenDictionary(question => question.Id, StringComparer.Ordinal)
    );

    private readonly Lazy<(FrozenSet<string> Ids, FrozenSet<string> Words)> drawable = new(() =>
        (
            Questions
                .Where(question => question.Pool == QuestionPool.Ranked)
                .Select(question => question.Id)
                .ToFrozenSet(StringComparer.Ordinal),
            Questions
                .Where(question => question.Pool == QuestionPool.Ranked)
                .Select(question => question.Words)
                .ToFrozenSet(StringComparer.Ordinal)
        )
    );

    public Question? Find(string id) => byId.Value.GetValueOrDefault(id);

    /// <summary>Checks whether papers can have a question, also under another id or from another bank.</summary>
    public bool CanDraw(Question question, string bank) =>
        (bank == Id && drawable.Value.Ids.Contains(question.Id)) || drawable.Value.Words.Contains(question.Words);
}
