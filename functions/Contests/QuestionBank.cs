namespace EStation.Contests;

/// <summary>Questions that contests draw from. A published contest keeps the version it was published with.</summary>
internal sealed record QuestionBank(string Id, int Version, IReadOnlyList<Question> Questions)
{
    public IEnumerable<Question> Ranked => Questions.Where(question => question.Pool == QuestionPool.Ranked);
}
