using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

public sealed record RegionResponse(RegionCode Code, Text Name, RegionLevel Level, RegionCode? Parent, IReadOnlyList<RegionName> Children);

public sealed record RegionName(RegionCode Code, Text Name);

public sealed class GetRegion(Divisions divisions)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromDays(1);

    [Function(nameof(GetRegion))]
    [Access(Needs.Nothing)]
    [Answers<RegionResponse>]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions/{code}")] HttpRequest request, string code)
    {
        if (!RegionCode.TryParse(code, null, out var region) || divisions.Find(region) is not { } division)
            return Answer.Refuse(Refusal.NotFound);
        var children = division.Children.Select(child => new RegionName(child.Code, child.Name));
        var response = new RegionResponse(division.Code, division.Name, division.Code.Level, division.Code.Parent, [.. children]);
        return Answer.Public(response, $"{division.Code}|{Build.Version}", Cacheable);
    }
}
