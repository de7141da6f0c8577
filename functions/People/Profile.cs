using EStation.Regions;

namespace EStation.People;

/// <param name="EthnicGroup">GB/T 3304: 01 汉, 02 蒙古, 10 朝鲜 …</param>
public sealed record Profile(
    string? Name = null,
    RegionCode? Village = null,
    Gender? Gender = null,
    int? BirthYear = null,
    string? EthnicGroup = null,
    bool LeftBehind = false,
    Language Language = Language.Zh
)
{
    private const string Han = "01";

    /// <summary>Ages are those reached in the year, since only the year of birth is known.</summary>
    public Audience AudienceIn(int year) =>
        (Gender == People.Gender.Female ? Audience.Women : Audience.None)
        | (EthnicGroup is not (null or Han) ? Audience.Minority : Audience.None)
        | (LeftBehind ? Audience.LeftBehind : Audience.None)
        | (year - BirthYear < 35 ? Audience.Under35 : Audience.None)
        | (year - BirthYear > 60 ? Audience.Over60 : Audience.None);
}

/// <summary>GB/T 2261.1.</summary>
public enum Gender
{
    Male = 1,
    Female = 2,
}

public static class Genders
{
    /// <returns>Null for anything but 1, 2, male and female.</returns>
    public static Gender? Parse(string? text) =>
        text switch
        {
            "1" or "male" => Gender.Male,
            "2" or "female" => Gender.Female,
            _ => null,
        };
}
