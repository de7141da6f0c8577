using System.Text.Json.Serialization;

namespace EStation.Contests;

/// <summary>Questions that contests draw from. A published contest keeps the version it was published with.</summary>
public sealed record QuestionBank(string Id, int Version, IReadOnlyList<Question> Questions)
{
    /// <summary>Those that papers are drawn from; found once, since every paper asks.</summary>
    [JsonIgnore]
    public IReadOnlyList<Question> Ranked { get; } = [.. Questions.Where(question => question.Pool == QuestionPool.Ranked)];
}
