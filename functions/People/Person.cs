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

    /// <summary>The place that counts the person's actions; null while the village is unknown.</summary>
    public Place? Place => Profile.Village is { } village && County is { } county && Registered ? new Place(village, county) : null;

    public EarlierUse? EarlierOf(string limit) => Earlier?.FirstOrDefault(earlier => earlier.Limit == limit);

    public string MaskedName => Masked.Name(Profile.Name);

    public Audience AudienceAt(DateTimeOffset now) => Profile.AudienceIn(Day.Of(now).Date.Year);

    /// <summary>The first village's county holds the person's records for ever, so that limits survive a move.</summary>
    public Person With(Profile profile, Consent? consent = null) =>
        this with
        {
            Profile = profile,
            County = County ?? profile.Village?.County,
            Consent = consent?.After(Consent) ?? Consent,
        };
}

public sealed record Place(RegionCode Village, RegionCode County);
