using EStation.Regions;

namespace EStation.Stations;

/// <summary>The five that a station must have (五有).</summary>
public sealed record Haves(bool Network, bool Staff, bool Premises, bool Activities, bool Terminals)
{
    [System.Text.Json.Serialization.JsonIgnore]
    public IEnumerable<string> Missing =>
        new[] { ("network", Network), ("staff", Staff), ("premises", Premises), ("activities", Activities), ("terminals", Terminals) }
            .Where(have => !have.Item2)
            .Select(have => have.Item1);
}

public enum StationState
{
    Applied,
    Approved,
    Certified,
    Rejected,
}

public enum StationDecision
{
    Approve,
    Reject,
}

/// <param name="Reviewer">By id.</param>
public sealed record StationReview(string Reviewer, StationDecision Decision, string? Reason, DateTimeOffset At);

/// <summary>A rural science e-station (科普中国乡村e站), from its application to its plaque.</summary>
/// <param name="Opening">Hours, as people write them.</param>
/// <param name="CertifiedOn">Since when it has its plaque.</param>
public sealed record Station(
    string Id,
    Text Name,
    RegionCode Village,
    string Address,
    double Latitude,
    double Longitude,
    string Opening,
    Haves Haves,
    StationState State,
    Day? CertifiedOn = null,
    IReadOnlyList<StationReview>? Reviews = null
)
{
    /// <summary>They are in one column: what was rejected so often is not applied for again.</summary>
    public const int MostReviews = 10;

    /// <summary>The county that an id speaks of: <c>st-220104-…</c>.</summary>
    public static RegionCode? CountyOf(string id) =>
        id.Split('-') is ["st", var county, { Length: > 0 }]
        && RegionCode.TryParse(county, null, out var code)
        && code.Level == RegionLevel.County
            ? code
            : null;

    /// <summary>
    /// The station as an official describes it anew. What was rejected is applied for again; what is under way must keep what it has.
    /// </summary>
    public Result<Station> With(Station described)
    {
        if (described.Village.County != Village.County)
            return Refusal.Invalid("village", "must be in the same county");
        if (State is StationState.Approved or StationState.Certified && Lacking(described.Haves) is { } lacking)
            return lacking;
        if (State == StationState.Rejected && Reviews?.Count >= MostReviews)
            return StationRefusals.ReviewsUsedUp;
        return described with
        {
            Id = Id,
            State = State == StationState.Rejected ? StationState.Applied : State,
            CertifiedOn = CertifiedOn,
            Reviews = Reviews,
        };
    }

    /// <summary>Whether it is described as another is, whatever has become of either.</summary>
    public bool IsAsIn(Station other) =>
        this with { State = other.State, CertifiedOn = other.CertifiedOn, Reviews = other.Reviews } == other;

    /// <summary>The first yes is the county's, the second the prefecture's: two people, and nothing without the five haves.</summary>
    public Result<Station> Reviewed(StationReview review)
    {
        if (State is StationState.Certified or StationState.Rejected)
            return Refusal.ReviewDecided;
        if (State == StationState.Approved && Reviews?[^1].Reviewer == review.Reviewer)
            return StationRefusals.ReviewOtherPerson;
        if (review.Decision == StationDecision.Approve && Lacking(Haves) is { } lacking)
            return lacking;
        var next =
            review.Decision == StationDecision.Reject ? StationState.Rejected
            : State == StationState.Applied ? StationState.Approved
            : StationState.Certified;
        return this with
        {
            State = next,
            CertifiedOn = next == StationState.Certified ? Day.Of(review.At) : null,
            Reviews = [.. Reviews ?? [], review],
        };
    }

    /// <summary>Whether a review is the one that brought the station where it is: then it was sent again.</summary>
    public bool Has(StationReview review) =>
        Reviews is [.., var last] && last.Reviewer == review.Reviewer && last.Decision == review.Decision && last.Reason == review.Reason;

    private static readonly string[] MustHave = ["is missing: a station must have all five"];

    private static Refusal? Lacking(Haves haves) =>
        haves.Missing.ToDictionary(have => $"haves.{have}", _ => MustHave) is { Count: > 0 } errors ? Refusal.Invalid(errors) : null;
}
