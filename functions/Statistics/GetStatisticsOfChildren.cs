using EStation.Access;
using EStation.Counting;
using EStation.Http;
using EStation.Regions;
using EStation.Statistics.Disclosure;
using EStation.Statistics.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

public sealed record ChildrenResponse(
    RegionCode Region,
    PeriodKey Key,
    DateTimeOffset AsOf,
    IReadOnlyList<ChildItem> Children,
    IReadOnlyDictionary<Metric, MetricResponse> Sum
);

public sealed record ChildItem(RegionCode Region, Text Name, IReadOnlyDictionary<Metric, MetricResponse> Metrics, ReachedResponse? Reached);

/// <summary>What the parts of a region have come to in one period, each of them, and what they come to together.</summary>
public sealed class GetStatisticsOfChildren(PublicFigures figures, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(60);

    [Function(nameof(GetStatisticsOfChildren))]
    [Access(Needs.Nothing)]
    [Answers<ChildrenResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/{region}/children")] HttpRequest request,
        string region
    )
    {
        if (!RegionCode.TryParse(region, null, out var code) || divisions.Find(code) is not { } division)
            return Answer.Refuse(Refusal.NotFound);
        var check = new Validation();
        var key = Query.Parsed<PeriodKey>(request, "key", check);
        var period = Query.Enum<Period>(request, "period", check) ?? key?.Period ?? Period.Day;
        check.Check(key is null || key.Value.Period == period, "key", $"is no {period.ToString().ToLowerInvariant()}");
        var asked = key ?? PeriodKey.Of(Day.Of(time.Now()), period);
        if (check.Or(() => asked).Refused(out var refusal, out _))
            return Answer.Refuse(refusal);

        var (asOf, parts) = await figures.ReadPartsAsync(code, asked);
        var sum = (await figures.ReadAsync(code, asked, asked)).Items.Select(item => item.Part).FirstOrDefault() ?? Nothing;
        var children = division.Children.Select(child => ItemOf(child, parts.GetValueOrDefault(child.Code) ?? Nothing)).ToList();
        var response = new ChildrenResponse(code, asked, asOf ?? asked.First.Start, children, MetricResponse.AllOf(sum));
        return Answer.Public(response, Fingerprint.OfFigures(code.Value, asked, children, response.Sum), Cacheable);
    }

    private static PublicPart Nothing { get; } = new(Part.Nothing, new Mask());

    private static ChildItem ItemOf(Division child, PublicPart shown) =>
        new(child.Code, child.Name, MetricResponse.AllOf(shown), ReachedResponse.Of(shown));
}
