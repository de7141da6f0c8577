using EStation.Http;
using Microsoft.AspNetCore.Http;

namespace EStation.Statistics;

public sealed record PeriodQuery(Period Period, PeriodKey From, PeriodKey To)
{
    private static readonly Dictionary<Period, (int Usual, int Most)> Lengths = new()
    {
        [Period.Day] = (31, 366),
        [Period.Month] = (12, 120),
        [Period.Year] = (5, 50),
    };

    /// <summary>From and to may be days, months or years in any period: from the first day of one to the last day of the other.</summary>
    public static Result<PeriodQuery> Of(HttpRequest request, DateTimeOffset now)
    {
        var check = new Validation();
        var period = Query.Enum<Period>(request, "period", check) ?? Period.Day;
        var named = (From: Query.Parsed<PeriodKey>(request, "from", check), To: Query.Parsed<PeriodKey>(request, "to", check));
        if (check.Or(() => period).Refused(out var refusal, out _))
            return refusal;

        var to = PeriodKey.Of(named.To?.Last ?? Day.Of(now), period);
        var from = named.From is { } first ? PeriodKey.Of(first.First, period) : to.Plus(1 - Lengths[period].Usual);
        check.Check(from.First.Date <= to.First.Date, "from", "is after to");
        check.Check(
            to.Plus(1 - Lengths[period].Most).First.Date <= from.First.Date,
            "from",
            $"is more than {Lengths[period].Most} periods before to"
        );
        return check.Or(() => new PeriodQuery(period, from, to));
    }
}
