using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using EStation.Http;
using EStation.Regions;

namespace EStation.People;

/// <summary>
/// An audience as clients send it, for trainings, contests and notices alike. An unknown field is refused: without it the audience would be
/// larger than was meant.
/// </summary>
[JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
public sealed record AudienceRequest(
    [property: JsonConverter(typeof(CodeConverter))] string? Gender = null,
    [property: Range(0, AudienceRequest.OldestAge)] int? MinAge = null,
    [property: Range(0, AudienceRequest.OldestAge)] int? MaxAge = null,
    [property: As<RegionCode>, MinLength(1), MaxLength(AudienceRequest.MostRegions)] IReadOnlyList<string?>? Regions = null,
    [property: MinLength(1), MaxLength(AudienceRequest.MostGroups)] IReadOnlyList<string?>? EthnicGroups = null,
    bool? LeftBehind = null
)
{
    public const int OldestAge = 120;
    public const int MostRegions = 100;
    public const int MostGroups = 58;

    /// <param name="field">Its name in the request.</param>
    public AudienceRule Parse(Http.Validation check, string field, Divisions divisions)
    {
        var gender = Genders.Parse(Gender);
        check.Check(Gender is null || gender is not null, $"{field}.gender", "must be 1 (male) or 2 (female), GB/T 2261.1");
        check.Check(MinAge is null or (>= 0 and <= OldestAge), $"{field}.minAge", $"must be between 0 and {OldestAge}");
        check.Check(
            MaxAge is null or (>= 0 and <= OldestAge) && !(MaxAge < MinAge),
            $"{field}.maxAge",
            $"must be between minAge and {OldestAge}"
        );
        var regions = Regions
            ?.Select(region => check.Parsed<RegionCode>($"{field}.regions", region, "has what is no region code"))
            .ToList();
        check.Check(
            regions is null
                || (regions.Count is >= 1 and <= MostRegions && regions.TrueForAll(region => divisions.Find(region) is not null)),
            $"{field}.regions",
            $"must be 1 to {MostRegions} divisions of the province"
        );
        var groups = EthnicGroups?.Select(group => group?.PadLeft(2, '0') ?? "").ToList();
        check.Check(
            groups is null || (groups.Count is > 0 and <= MostGroups && groups.TrueForAll(People.EthnicGroups.Contains)),
            $"{field}.ethnicGroups",
            $"must be 1 to {MostGroups} codes of GB/T 3304"
        );
        return new AudienceRule(gender, MinAge, MaxAge, regions, groups) { LeftBehind = LeftBehind };
    }
}
