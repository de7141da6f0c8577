using EStation.Http;

namespace EStation.Regions;

/// <summary>Checks region codes of requests.</summary>
public static class RegionValidation
{
    /// <summary>A division of the province.</summary>
    public static RegionCode Division(this Validation validation, string field, string? value, Divisions divisions)
    {
        var region = validation.Parsed<RegionCode>(field, value, "is no region code");
        validation.Check(region.Value.Length == 0 || divisions.Find(region) is not null, field, "is no division of the province");
        return region;
    }
}
