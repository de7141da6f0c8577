using EStation.Contests.Attempts;
using EStation.Contests.Boards;
using EStation.Regions;
using EStation.Stations;

namespace EStation.Generator;

/// <summary>People who register and sit in the province's contest; and stations.</summary>
internal sealed class PeopleOfAYear(Chance chance)
{
    private const string Contest = "jilin-science-literacy";
    private const int ContestVersion = 1;
    private const int Questions = 8;
    private const int PassMark = 5;

    public IEnumerable<Fact> OfOne()
    {
        var home = chance.Village();
        var (newHome, movesAt) = chance.Is(0.02)
            ? (chance.Village(), chance.On(new DateOnly(chance.Year, 7, 15)))
            : (home, DateTimeOffset.MaxValue);
        var person = chance.Person(home);
        var audience = person.Profile.AudienceIn(chance.Year);
        var at = chance.On(chance.Day());
        yield return new Registered(home.County, home, audience, at, person.Id);

        RegionCode? place = null;
        Best? best = null;
        for (var number = 1; chance.Is(0.7); number++)
        {
            at = at.AddDays(chance.Between(0, 9)).AddMinutes(chance.Between(1, 180));
            if (!chance.IsOfTheYear(at.AddMilliseconds(400_000)))
                yield break;
            place ??= at < movesAt ? home : newHome; // a contest keeps the place of the first attempt
            var attempt = new Attempt(
                Contest,
                ContestVersion,
                person.Id,
                person.MaskedName,
                home.County,
                place.Value,
                audience,
                Language.Zh,
                number,
                at,
                best,
                "generated"
            );
            var result = new Best(
                chance.Between(0, Questions + 1),
                chance.Between(30_000, 400_000),
                at.AddMilliseconds(chance.Between(30_000, 400_000))
            );
            best = result.IsBetterThan(best) ? result : best;
            yield return new Sat(
                attempt,
                new Submission(new Dictionary<string, string[]>(), result, Ranked: true),
                result.Score >= PassMark
            );
        }
    }

    public IEnumerable<Fact> OfOneStation()
    {
        var village = chance.Village();
        var at = chance.On(chance.Day());
        var haves = new Haves(Network: true, Staff: true, Premises: true, Activities: true, Terminals: true);
        yield return new Certified(
            new Station(
                $"st-{village.County}-{chance.Id().Replace("-", "", StringComparison.Ordinal)}",
                new Text("乡村e站"),
                village,
                "村委会",
                43.9,
                125.3,
                "08:00-17:00",
                haves,
                StationState.Certified,
                Day.Of(at)
            ),
            at
        );
    }
}
