using EStation.Regions;

namespace EStation.Stations;

/// <summary>The five requirements of a station (五有).</summary>
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

public sealed record StationReview(string Reviewer, StationDecision Decision, string? Reason, DateTimeOffset At);

/// <summary>A rural science e-station (科普中国乡村e站), from its application to its plaque.</summary>
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
    /// <summary>The limit of reviews, which share one column; after it a station cannot apply again.</summary>
    public const int MostReviews = 10;

    /// <summary>The county of an id: <c>st-220104-…</c>.</summary>
    public static RegionCode? CountyOf(string id) =>
        id.Split('-') is ["st", var county, { Length: > 0 }]
        && RegionCode.TryParse(county, null, out var code)
        && code.Level == RegionLevel.County
            ? code
            : null;

    /// <summary>The station with a new description. A rejected station applies again; one under review keeps its five
    /// requirements.</summary>
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

    public bool IsAsIn(Station other) =>
        this with { State = other.State, CertifiedOn = other.CertifiedOn, Reviews = other.Reviews } == other;

    /// <summary>Two people approve, the county's and then the prefecture's, and only a station that has all five requirements.</summary>
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

    /// <summary>Whether the last review equals this one: then the request is a repeated one.</summary>
    public bool Has(StationReview review) =>
        Reviews is [.., var last] && last.Reviewer == review.Reviewer && last.Decision == review.Decision && last.Reason == review.Reason;

    private static readonly string[] MustHave = ["is missing: a station must have all five"];

    private static Refusal? Lacking(Haves haves) =>
        haves.Missing.ToDictionary(have => $"haves.{have}", _ => MustHave) is { Count: > 0 } errors ? Refusal.Invalid(errors) : null;
}
