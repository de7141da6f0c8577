using EStation.Regions;

namespace EStation.Contests.Prizes;

/// <summary>A prize of mine.</summary>
/// <param name="Name">As given with the claim, until it is deleted.</param>
public sealed record OwnPrizeResponse(
    string Id,
    string Contest,
    Text ContestTitle,
    Text Prize,
    CandidateState State,
    DateTimeOffset? ClaimUntil,
    ClaimBy? By,
    string? Name,
    string? Address
)
{
    public static OwnPrizeResponse Of(Contest contest, Candidate candidate, Delivery? delivery) =>
        new(
            candidate.Id,
            contest.Id,
            contest.Title,
            contest.Prizes![candidate.Prize!.Value].Name,
            candidate.State,
            candidate.ClaimUntil,
            candidate.Delivery,
            delivery?.Name,
            delivery?.Address
        );
}

/// <summary>A prize that an official hands out.</summary>
/// <param name="Name">In full once it is claimed, until 30 days after it is handed out; masked before.</param>
public sealed record PrizeResponse(
    string Id,
    string Contest,
    Text ContestTitle,
    Text Prize,
    CandidateState State,
    RegionCode Region,
    IReadOnlyList<Text> PlaceNames,
    DateTimeOffset? ClaimUntil,
    ClaimBy? By,
    string Name,
    string? Address
)
{
    public static PrizeResponse Of(Contest contest, Candidate candidate, Delivery? delivery, Divisions divisions) =>
        new(
            candidate.Id,
            contest.Id,
            contest.Title,
            contest.Prizes![candidate.Prize!.Value].Name,
            candidate.State,
            candidate.Village,
            [.. divisions.NamesDownTo(candidate.Village).Skip((int)RegionLevel.County)],
            candidate.ClaimUntil,
            candidate.Delivery,
            delivery?.Name ?? candidate.Name,
            delivery?.Address
        );
}
