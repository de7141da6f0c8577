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
