namespace EStation.Contests.Results;

/// <param name="Reason">Published when the results were drawn already.</param>
public sealed record Disqualified(string Person, string Reason, DateTimeOffset At);

/// <summary>The people who are out of a contest.</summary>
public interface IDisqualifications
{
    Task<IReadOnlyList<Disqualified>> OfAsync(string contest);
}

/// <summary>As long as no chapter disqualifies anybody.</summary>
public sealed class NoDisqualifications : IDisqualifications
{
    public Task<IReadOnlyList<Disqualified>> OfAsync(string contest) => Task.FromResult<IReadOnlyList<Disqualified>>([]);
}
