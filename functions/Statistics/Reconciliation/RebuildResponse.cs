namespace EStation.Statistics.Reconciliation;

/// <summary>How far a rebuild is; afterwards the next roll-up publishes everything anew.</summary>
public sealed record RebuildResponse(
    DateTimeOffset? RequestedAt,
    DateTimeOffset? FinishedAt,
    int Counties,
    int Done,
    int Rows,
    int Mended,
    int Unsettled
)
{
    public static RebuildResponse Of(IReadOnlyList<RebuildStep> steps)
    {
        var done = steps.Where(step => step.DoneAt is not null).ToList();
        return new RebuildResponse(
            steps.Count == 0 ? null : steps.Max(step => step.RequestedAt),
            steps.Count > 0 && done.Count == steps.Count ? done.Max(step => step.DoneAt) : null,
            steps.Count,
            done.Count,
            done.Sum(step => step.Rows),
            done.Sum(step => step.Mended),
            done.Sum(step => step.Unsettled)
        );
    }
}
