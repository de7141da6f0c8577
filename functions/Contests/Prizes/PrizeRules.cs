namespace EStation.Contests.Prizes;

/// <summary>The ways of a prize from one state to another.</summary>
public static class PrizeRules
{
    public static Result<Candidate> Claim(Candidate candidate, ClaimBy by, DateTimeOffset now) =>
        candidate.State switch
        {
            CandidateState.Won when candidate.ClaimUntil is null => PrizeRefusals.NotFinal,
            CandidateState.Won when candidate.ClaimUntil <= now => PrizeRefusals.Forfeited,
            CandidateState.Won or CandidateState.Claimed => candidate with { State = CandidateState.Claimed, Delivery = by },
            CandidateState.HandedOut => PrizeRefusals.HandedOut,
            CandidateState.Substitute => Refusal.NotFound,
            _ => PrizeRefusals.Forfeited,
        };

    public static Result<Candidate> HandOut(Candidate candidate, string by, DateTimeOffset now) =>
        candidate.Person == by
            ? PrizeRefusals.Own
            : candidate.State switch
            {
                CandidateState.Claimed => candidate.Close(CandidateState.HandedOut, now),
                CandidateState.HandedOut => candidate,
                CandidateState.Forfeited or CandidateState.Disqualified => PrizeRefusals.Forfeited,
                CandidateState.Substitute => Refusal.NotFound,
                _ => PrizeRefusals.NotClaimed,
            };
}
