using System.Collections.Frozen;
using System.Text.Json.Serialization;

namespace EStation.Banks;

/// <summary>Questions that contests draw from. A published contest keeps the version it was published with.</summary>
public sealed record QuestionBank(string Id, int Version, IReadOnlyList<Question> Questions)
{
    /// <summary>Those that papers are drawn from; found once, since every paper asks.</summary>
    [JsonIgnore]
    public IReadOnlyList<Question> Ranked { get; } = [.. Questions.Where(question => question.Pool == QuestionPool.Ranked)];

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

    /// <summary>Whether papers can have a question, perhaps under another id or out of another bank.</summary>
    public bool CanDraw(Question question, string bank) =>
        (bank == Id && drawable.Value.Ids.Contains(question.Id)) || drawable.Value.Words.Contains(question.Words);
}
