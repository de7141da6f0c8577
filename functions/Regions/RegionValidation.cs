using EStation.Http;
using Microsoft.AspNetCore.Http;

namespace EStation.Regions;

public static class RegionValidation
{
    public static RegionCode Division(this Validation validation, string field, string? value, Divisions divisions)
    {
        var region = validation.Parsed<RegionCode>(field, value, "is no region code");
        validation.Check(region.Value.Length == 0 || divisions.Find(region) is not null, field, "is no division of the province");
        return region;
    }

    /// <summary>A division of the province in the query; null when it is absent, and when it is refused.</summary>
    public static RegionCode? Division(HttpRequest request, string name, Divisions divisions, Validation check)
    {
        var region = Query.Parsed<RegionCode>(request, name, check);
        check.Check(region is null || divisions.Find(region.Value) is not null, name, "is no division of the province");
        return region;
    }
}
