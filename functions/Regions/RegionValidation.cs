using EStation.Http;

namespace EStation.Regions;

public static class RegionValidation
{
    public static RegionCode Division(this Validation validation, string field, string? value, Divisions divisions)
    {
        var region = validation.Parsed<RegionCode>(field, value, "is no region code");
        validation.Check(region.Value.Length == 0 || divisions.Find(region) is not null, field, "is no division of the province");
        return region;
    }
}
