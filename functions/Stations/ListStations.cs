using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed class ListStations(StationTable stations, Divisions divisions)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromMinutes(1);

    [Function(nameof(ListStations))]
    [Access(Needs.Nothing)]
    [Answers<Page<StationResponse>>]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/stations")] HttpRequest request)
    {
        var check = new Validation();
        var region = Query.Parsed<RegionCode>(request, "region", check) ?? RegionCode.Province;
        var state = Query.Enum<StationState>(request, "state", check);
        var paging = Paging.Of(request, check);
        check.Check(divisions.Find(region) is not null, "region", "is no division of the province");
        check.Check(paging.After is null || Station.CountyOf(paging.After) is not null, "cursor", "is not one of ours");
        if (check.Or(() => paging).Refused(out var refusal, out var page))
            return Answer.Refuse(refusal);

        var found = await stations.ReadAsync(region, state, page.After, page.Limit + 1);
        var list = (page with { After = null }).Take(
            found.Select(station => StationResponse.Of(station, divisions)),
            station => station.Id
        );
        return Answer.Public(list, Cacheable);
    }
}
