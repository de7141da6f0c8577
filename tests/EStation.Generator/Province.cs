using System.Globalization;
using EStation.Contests;
using EStation.People;
using EStation.Regions;

namespace EStation.Generator;

/// <summary>
/// A year of the province: who registers where and when, who moves in July, and who sits how often in the province's contest. Towns and days
/// are as uneven as real ones; a third take part on one of the campaign's twenty days.
/// </summary>
internal sealed class Province
{
    public const string Contest = "jilin-science-literacy";
    private const int ContestVersion = 1;
    private const int Questions = 8;
    private const int PassMark = 5;

    private readonly ProvinceSize size;
    private readonly Random random;
    private readonly RegionCode[] villages;
    private int people;

    public Province(ProvinceSize size, Divisions divisions)
    {
        this.size = size;
        random = new Random(size.Seed);
        var towns = divisions.Counties.Take(size.Counties).Select(county => divisions.Find(county)!.Children.Where(town => town.Children.Count > 0).ToList()).ToList();
        villages = [.. Enumerable.Range(0, towns.Max(county => county.Count))
            .SelectMany(at => towns.Where(county => county.Count > at).Select(county => county[at])) // every county before the second town of any
            .Take(size.Towns)
            .SelectMany(town => town.Children.Take(size.VillagesOfTown).Select(village => village.Code))];
    }

    /// <summary>The year's facts in the order of time.</summary>
    public IReadOnlyList<Fact> Facts()
    {
        var facts = new List<Fact>(size.Facts + 16);
        while (facts.Count < size.Facts)
            facts.AddRange(OfOnePerson());
        return [.. facts.Take(size.Facts).OrderBy(fact => fact.At)];
    }

    private IEnumerable<Fact> OfOnePerson()
    {
        var person = string.Create(CultureInfo.InvariantCulture, $"generated-{size.Seed}-{people++}");
        var home = AnyVillage();
        var (newHome, movesAt) = random.NextDouble() < 0.02 ? (AnyVillage(), At(new DateOnly(size.Year, 7, 15))) : (home, DateTimeOffset.MaxValue);
        var audience = AnyProfile().AudienceIn(size.Year);
        var at = At(AnyDay());
        yield return new Registered(home.County, home, audience, at, person);

        RegionCode? place = null;
        Best? best = null;
        for (var number = 1; random.NextDouble() < 0.7; number++)
        {
            at = at.AddDays(random.Next(0, 9)).AddMinutes(random.Next(1, 180));
            if (at.ToOffset(TimeSpan.FromHours(8)).Year != size.Year)
                yield break;
            place ??= at < movesAt ? home : newHome; // a contest keeps the place of the first attempt
            var attempt = new Attempt(Contest, ContestVersion, person, "王**", home.County, place.Value, audience, Language.Zh, number, at, best, "generated");
            var result = new Best(random.Next(0, Questions + 1), random.Next(30_000, 400_000), at.AddMilliseconds(random.Next(30_000, 400_000)));
            best = result.IsBetterThan(best) ? result : best;
            yield return new Sat(attempt, new Submission(new Dictionary<string, string[]>(), result, Ranked: true), result.Score >= PassMark);
        }
    }

    /// <summary>A few places have many, many have few.</summary>
    private RegionCode AnyVillage() => villages[(int)(Math.Pow(random.NextDouble(), 1.7) * villages.Length)];

    private DateOnly AnyDay()
    {
        var first = new DateOnly(size.Year, 1, 1);
        return random.NextDouble() < 0.3 ? first.AddDays(240 + random.Next(0, 20)) : first.AddDays(random.Next(0, DateTime.IsLeapYear(size.Year) ? 366 : 365));
    }

    private DateTimeOffset At(DateOnly day) => new Day(day).Start.AddMilliseconds(random.Next(0, 86_400_000));

    private Profile AnyProfile() => new(
        Gender: random.Next(2) == 0 ? Gender.Female : Gender.Male,
        BirthYear: size.Year - 16 - (int)(random.NextDouble() * 70),
        EthnicGroup: random.NextDouble() < 0.12 ? "10" : "01",
        LeftBehind: random.NextDouble() < 0.08);
}
