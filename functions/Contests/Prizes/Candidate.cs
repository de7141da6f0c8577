using EStation.Regions;

namespace EStation.Contests.Prizes;

public enum CandidateState
{
    /// <summary>Stands by for a prize that is forfeited.</summary>
    Substitute,
    Won,
    Claimed,
    HandedOut,
    Forfeited,
    Disqualified,
}

public enum ClaimBy
{
    Station,
    Post,
}

/// <summary>Somebody who wins a prize or stands by for one.</summary>
/// <param name="Position">In the ranking, or in the order of the draw; from 1 on.</param>
/// <param name="County">The county whose ledger holds the person's records.</param>
/// <param name="Name">Masked; empty of a person who was erased.</param>
/// <param name="Prize">The index of the prize among the contest's; also of one that was lost.</param>
/// <param name="ClosedAt">When the prize was handed out or lost.</param>
public sealed record Candidate(
    string Contest,
    PrizeBy By,
    int Position,
    string Person,
    RegionCode County,
    RegionCode Village,
    string Name,
    string? Lot,
    CandidateState State,
    int? Prize = null,
    DateTimeOffset? ClaimUntil = null,
    ClaimBy? Delivery = null,
    string? Reason = null,
    DateTimeOffset? ClosedAt = null,
    bool IsTold = false
)
{
    private static readonly TimeSpan AddressKept = TimeSpan.FromDays(30);

    public string Id => PrizeId.Of(Contest, By, Position);

    public int? Rank => By == PrizeBy.Rank ? Position : null;

    public bool IsOut => State is CandidateState.Forfeited or CandidateState.Disqualified;

    public bool IsWaiting => State is CandidateState.Won or CandidateState.Claimed;

    public bool KeepsAddressAt(DateTimeOffset now) => ClosedAt is not { } closed || now < closed + AddressKept;

    /// <summary>The same as time, an erasure or a disqualification leave it.</summary>
    public Candidate At(DateTimeOffset now, string? disqualifiedFor) =>
        State == CandidateState.Disqualified && disqualifiedFor is null ? Return()
        : State is CandidateState.HandedOut || IsOut ? this
        : disqualifiedFor is not null ? Close(CandidateState.Disqualified, now) with { Reason = disqualifiedFor }
        : State == CandidateState.Won && ClaimUntil <= now ? Close(CandidateState.Forfeited, now)
        : this;

    public Candidate Close(CandidateState state, DateTimeOffset now) => this with { State = state, ClosedAt = now };

    /// <summary>A disqualification was undone: the candidate stands by again.</summary>
    private Candidate Return() =>
        this with
        {
            State = CandidateState.Substitute,
            Prize = null,
            ClaimUntil = null,
            Reason = null,
            ClosedAt = null,
        };

    public Candidate Forget(DateTimeOffset now) =>
        (State is CandidateState.HandedOut || IsOut ? this : Close(CandidateState.Forfeited, now)) with
        {
            Name = "",
            ClosedAt = ClosedAt ?? now,
        };
}
