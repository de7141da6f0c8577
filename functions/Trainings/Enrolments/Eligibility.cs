using System.Globalization;
using EStation.People;
using EStation.Regions;

namespace EStation.Trainings.Enrolments;

/// <summary>Who a training is for; what is null is open to all.</summary>
/// <param name="MinAge">Reached in the year in which the training starts: only years of birth are known.</param>
/// <param name="EthnicGroups">GB/T 3304.</param>
public sealed record Eligibility(
    Gender? Gender,
    int? MinAge,
    int? MaxAge,
    IReadOnlyList<RegionCode>? Regions,
    IReadOnlyList<string>? EthnicGroups
)
{
    /// <summary>Every rule that speaks against somebody; none when the training is open to them.</summary>
    /// <param name="year">Of the first session.</param>
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

        bool Fails(bool holds, bool unknown) => !holds && !(unknown && vouched);
    }

    private static Text Say(int? years, string zh, string ko, string en) =>
        new(Format(zh, years), Format(ko, years), En: Format(en, years));

    private static string Format(string pattern, int? years) => string.Format(CultureInfo.InvariantCulture, pattern, years);
}
