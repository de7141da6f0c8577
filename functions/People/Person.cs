using EStation.Regions;

namespace EStation.People;

/// <param name="IsLeaving">Being erased, so the row no longer changes.</param>
public sealed record Person(
    string Id,
    Phone Phone,
    Profile Profile,
    DateTimeOffset CreatedAt,
    RegionCode? County = null,
    bool Registered = false,
    IReadOnlyList<EarlierUse>? Earlier = null,
    bool IsLeaving = false,
    Consent? Consent = null
)
{
    public Preferences Preferences { get; init; } = Preferences.Usual;

    /// <summary>Whether the residents are counted with this profile.</summary>
    public bool IsCounted { get; init; }

    public IReadOnlyList<Allowance> Allowances { get; init; } = [];

    public int ExtraAttempts(string contest, Day? day = null) =>
        Allowances.Where(one => one.Contest == contest && (day is null || one.Day == day)).Sum(one => one.Attempts);

    public int ExtraSeconds(string contest, Day day) =>
        Allowances.Where(one => one.Contest == contest && one.Day == day).Sum(one => one.Seconds);

    /// <summary>The same allowance again changes nothing.</summary>
    public Person With(Allowance allowance) =>
        Allowances.Any(allowance.Says)
            ? this
            : this with
            {
                Allowances = [.. Allowances.Where(one => !one.IsOldAt(allowance.At)), allowance],
            };

    /// <summary>Where what this person does is counted, or null as long as no village is known.</summary>
    public Place? Place => Profile.Village is { } village && County is { } county && Registered ? new Place(village, county) : null;

    public EarlierUse? EarlierOf(string limit) => Earlier?.FirstOrDefault(earlier => earlier.Limit == limit);

    public string MaskedName => Masked.Name(Profile.Name);

    public Audience AudienceAt(DateTimeOffset now) => Profile.AudienceIn(Day.Of(now).Date.Year);

    /// <summary>The first village's county holds the person's records for ever, so that limits survive a move.</summary>
    public Person With(Profile profile, Consent? consent = null) =>
        this with
        {
            Profile = profile,
            IsCounted = IsCounted && Resident.Of(profile) == Resident.Of(Profile),
            County = County ?? profile.Village?.County,
            Consent = consent?.After(Consent) ?? Consent,
        };
}

public sealed record Place(RegionCode Village, RegionCode County);
