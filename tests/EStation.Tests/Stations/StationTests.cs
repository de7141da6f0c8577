using EStation.Regions;

namespace EStation.Stations;

public class StationTests
{
    private static readonly Haves All = new(true, true, true, true, true);

    [Fact]
    public void What_was_rejected_too_often_is_not_applied_for_again()
    {
        var applied = new Station(
            "st-220102-1",
            new Text("一村e站"),
            RegionCode.Parse("220102001001"),
            "",
            43,
            125,
            "",
            All,
            StationState.Applied
        );
        var station = applied;
        for (var times = 1; times < Station.MostReviews; times++)
            station = Value(Value(station.Reviewed(Rejection(times))).With(applied));
        station = Value(station.Reviewed(Rejection(Station.MostReviews)));
        Assert.True(station.With(applied).Refused(out var refusal, out _));
        Assert.Equal(StationRefusals.ReviewsUsedUp, refusal);
    }

    private static StationReview Rejection(int times) => new("reviewer", StationDecision.Reject, $"{times}", DateTimeOffset.UnixEpoch);

    private static Station Value(Result<Station> result) =>
        result.Refused(out var refusal, out var station) ? throw new InvalidOperationException(refusal.Code) : station;
}
