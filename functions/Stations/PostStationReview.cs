using EStation.Access;
using EStation.Http;
using EStation.Regions;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EStation.Stations;

public sealed record ReviewRequest([property: As<StationDecision>] string? Decision, string? Reason = null)
{
    private const int LongestReason = 500;

    public Result<StationReview> Parse(string reviewer, DateTimeOffset now)
    {
        var check = new Validation();
        var decision = check.OneOf<StationDecision>("decision", Decision);
        var reason = check.OptionalText("reason", Reason, LongestReason);
        check.Check(decision != StationDecision.Reject || reason is not null, "reason", "is missing: say why");
        return check.Or(() => new StationReview(reviewer, decision, reason, now));
    }
}

/// <summary>The county's, then the prefecture's word on a station. The second yes certifies it, and is counted.</summary>
public sealed class PostStationReview(StationTable stations, Divisions divisions, TimeProvider time)
{
    [Function(nameof(PostStationReview))]
    [Access(Role.Reviewer)]
    [Takes<ReviewRequest>]
    [Answers<StationResponse>]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/stations/{id}/reviews")] HttpRequest request,
        string id,
        CancellationToken cancellation
    )
    {
        var caller = request.Caller();
        // The first step is the county's: a role in a town or village alone will not do.
        if (
            (await caller.FindAsync(stations.FindAsync(id), found => found.Station.Village.County)).Refused(out var refusal, out var stored)
        )
            return Answer.Refuse(refusal);
        if ((await Body.ReadAsync<ReviewRequest>(request, cancellation)).Refused(out refusal, out var body))
            return Answer.Refuse(refusal);
        if (body.Parse(caller.Id, time.Now()).Refused(out refusal, out var review))
            return Answer.Refuse(refusal);

        return await OptimisticConcurrency.RetryAsync<IResult>(async tried =>
        {
            var (station, read) = tried == 1 ? stored : (await stations.FindAsync(id))!.Value;
            if (!station.Has(review))
            {
                // The second step is the prefecture's: a role in the county alone will not do.
                var prefecture = station.Village.At(RegionLevel.Prefecture);
                if (station.State == StationState.Approved && await caller.RefuseAsync(prefecture) is { } below)
                    return Answer.Refuse(below);
                if (station.Reviewed(review).Refused(out var unfit, out var decided))
                    return Answer.Refuse(unfit);
                if (!await stations.TryReplaceAsync(decided, read))
                    return null;
                station = decided;
            }

            await caller.RecordAsync(station.Village, $"{id} {review.Decision}");
            if (station.State == StationState.Certified)
                await stations.CountAsync(station);
            return Answer.Ok(StationResponse.Of(station, divisions));
        });
    }
}
