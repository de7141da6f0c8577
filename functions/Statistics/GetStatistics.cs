using EStation.Access;
using EStation.Counting;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Statistics;

public sealed record StatisticsResponse(RegionCode Region, Period Period, DateTimeOffset AsOf, IReadOnlyList<StatisticsItem> Series);

/// <param name="Reached">Only for years: an estimate of distinct people is not a sum.</param>
public sealed record StatisticsItem(PeriodKey Key, IReadOnlyDictionary<Metric, MetricResponse> Metrics, ReachedResponse? Reached);

/// <summary>The figures of a region by day, month or year. Periods without counts are left out.</summary>
public sealed class GetStatistics(PublicFigures figures, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Cacheable = TimeSpan.FromSeconds(60);

    [Function(nameof(GetStatistics))]
    [Access(Needs.Nothing)]
    [Answers<StatisticsResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/statistics/{region}")] HttpRequest request,
        string region
    )
    {
        if (!RegionCode.TryParse(region, null, out var code) || divisions.Find(code) is null)
            return Answer.Refuse(Refusal.NotFound);
        if (PeriodQuery.Of(request, time.Now()).Refused(out var refusal, out var query))
            return Answer.Refuse(refusal);

        var series = await figures.ReadAsync(code, query.From, query.To);
        var items = series
            .Items.Select(item => new StatisticsItem(item.Key, MetricResponse.AllOf(item.Part), ReachedResponse.Of(item.Part)))
            .ToList();
        var response = new StatisticsResponse(code, query.Period, series.AsOf ?? query.From.First.Start, items);
        return Answer.Public(response, Fingerprint.OfFigures(code.Value, query, items), Cacheable);
    }
}
