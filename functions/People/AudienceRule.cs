using System.Globalization;
using System.Text.Json.Serialization;
using EStation.Regions;

namespace EStation.People;

/// <summary>The people that something is for. A null part excludes nobody.</summary>
/// <param name="MinAge">Reached in a year: only years of birth are known.</param>
/// <param name="EthnicGroups">GB/T 3304.</param>
public sealed record AudienceRule(
    Gender? Gender,
    int? MinAge,
    int? MaxAge,
    IReadOnlyList<RegionCode>? Regions,
    IReadOnlyList<string>? EthnicGroups
)
{
    /// <summary>Left out where it is null, as it is in trainings that were stored before it existed.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? LeftBehind { get; init; }

    /// <summary>Whether somebody belongs to it, by what the profile says.</summary>
    public bool Includes(Resident resident, int year) =>
        Includes(resident.Traits, year) && (Regions is null || Regions.Any(region => region.Contains(resident.Village)));

    /// <summary>The same without the place.</summary>
    public bool Includes(Traits traits, int year) =>
        (Gender is null || traits.Gender == Gender)
        && (MinAge is null || year - traits.BirthYear >= MinAge)
        && (MaxAge is null || year - traits.BirthYear <= MaxAge)
        && (EthnicGroups is null || (traits.EthnicGroup is { } group && EthnicGroups.Contains(group)))
        && (LeftBehind is null || traits.LeftBehind == LeftBehind);

    /// <summary>Every rule that speaks against somebody; none when it is open to them.</summary>
    /// <param name="vouched">An official vouches for what the profile does not say.</param>
    public IEnumerable<Rule> RefusedBy(Profile profile, RegionCode? village, int year, bool vouched)
    {
        var age = year - profile.BirthYear;
        if (Fails(Gender is null || profile.Gender == Gender, profile.Gender is null))
            yield return Gender == People.Gender.Female
                ? new Rule("gender", new Text("仅限女性报名。", "녀성만 신청할수 있습니다.", En: "For women."))
                : new Rule("gender", new Text("仅限男性报名。", "남성만 신청할수 있습니다.", En: "For men."));
        if (Fails(MinAge is null || age >= MinAge, age is null))
            yield return new Rule("minAge", Say(MinAge, "须年满 {0} 周岁。", "만 {0}세 이상이여야 합니다.", "From {0} years of age."));
        if (Fails(MaxAge is null || age <= MaxAge, age is null))
            yield return new Rule("maxAge", Say(MaxAge, "年龄不得超过 {0} 周岁。", "만 {0}세 이하여야 합니다.", "Up to {0} years of age."));
        if (Fails(Regions is null || Regions.Any(region => village is { } place && region.Contains(place)), village is null))
            yield return new Rule(
                "regions",
                new Text("仅限指定地区的村民报名。", "지정된 지역의 주민만 신청할수 있습니다.", En: "For people of certain places.")
            );
        if (Fails(EthnicGroups is null || EthnicGroups.Contains(profile.EthnicGroup), profile.EthnicGroup is null))
            yield return new Rule(
                "ethnicGroups",
                new Text("仅限指定民族的村民报名。", "지정된 민족의 주민만 신청할수 있습니다.", En: "For certain ethnic groups.")
            );
        if (LeftBehind is { } wanted && profile.LeftBehind != wanted && !vouched)
            yield return new Rule(
                "leftBehind",
                new Text("仅限留守人员报名。", "류수인원만 신청할수 있습니다.", En: "For members of left-behind families.")
            );

        bool Fails(bool holds, bool unknown) => !holds && !(unknown && vouched);
    }

    private static Text Say(int? years, string zh, string ko, string en) =>
        new(Format(zh, years), Format(ko, years), En: Format(en, years));

    private static string Format(string pattern, int? years) => string.Format(CultureInfo.InvariantCulture, pattern, years);
}
