using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Service;

public sealed record FoundRegionsResponse(IReadOnlyList<FoundRegion> Items);

/// <param name="Names">Of what it lies in, upwards.</param>
public sealed record FoundRegion(RegionCode Code, Text Name, IReadOnlyList<Text> Names);

/// <summary>Places by name, pinyin or initials.</summary>
public sealed class FindRegions(PlaceIndex places, Divisions divisions)
{
    private const int Longest = 40;
    private static readonly TimeSpan Cacheable = TimeSpan.FromDays(1);

    [Function(nameof(FindRegions))]
    [Access(Needs.Nothing)]
    [Answers<FoundRegionsResponse>]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/regions")] HttpRequest request)
    {
        var check = new Validation();
        var text = check.Line("q", Query.Text(request, "q"), Longest);
        var within = RegionValidation.Division(request, "within", divisions, check);
        var near = RegionValidation.Division(request, "near", divisions, check);
        if (check.Or(() => text).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var found = places.Find(text, within, near).Select(ResponseOf);
        return Answer.Public(new FoundRegionsResponse([.. found]), Cacheable);
    }

    private FoundRegion ResponseOf(Division division) =>
        new(division.Code, division.Name, [.. divisions.NamesDownTo(division.Code).Reverse().Skip(1)]);
}
