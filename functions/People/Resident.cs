using System.Globalization;
using EStation.Regions;

namespace EStation.People;

/// <summary>Traits that an audience can ask for, beside the place.</summary>
public sealed record Traits(Gender? Gender, int? BirthYear, string? EthnicGroup, bool LeftBehind)
{
    public static Traits Of(Profile profile) => new(profile.Gender, profile.BirthYear, profile.EthnicGroup, profile.LeftBehind);

    /// <summary>The name of the group of people with these traits.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Gender:D}|{BirthYear}|{EthnicGroup}|{(LeftBehind ? 1 : 0)}");

    public static Traits Parse(string name)
    {
        var parts = name.Split('|');
        return new Traits(
            parts[0].Length == 0 ? null : (Gender)int.Parse(parts[0], CultureInfo.InvariantCulture),
            parts[1].Length == 0 ? null : int.Parse(parts[1], CultureInfo.InvariantCulture),
            parts[2].Length == 0 ? null : parts[2],
            parts[3] == "1"
        );
    }
}

/// <summary>A person as counted where they live.</summary>
public sealed record Resident(RegionCode Village, Traits Traits)
{
    public ResidentCounted Added => new(Village, Traits.ToString(), 1);

    /// <summary>Null as long as no village is known.</summary>
    public static Resident? Of(Profile profile) => profile.Village is { } village ? new Resident(village, Traits.Of(profile)) : null;
}
