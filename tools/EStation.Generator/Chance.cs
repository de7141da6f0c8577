using System.Globalization;
using EStation.People;
using EStation.Regions;

namespace EStation.Generator;

/// <summary>Random places, times and people, distributed as in real years. The same size and seed give the same values.</summary>
internal sealed class Chance
{
    private readonly ProvinceSize size;
    private readonly Random random;
    private readonly RegionCode[] villages;
    private int named;

    public Chance(ProvinceSize size, Divisions divisions)
    {
        this.size = size;
        random = new Random(size.Seed);
        var towns = divisions
            .Counties.Take(size.Counties)
            .Select(county => divisions.Find(county)!.Children.Where(town => town.Children.Count > 0).ToList())
            .ToList();
        villages =
        [
            .. Enumerable
                .Range(0, towns.Max(county => county.Count))
                .SelectMany(at => towns.Where(county => county.Count > at).Select(county => county[at])) // every county before the second town of any
                .Take(size.Towns)
                .SelectMany(town => town.Children.Take(size.VillagesOfTown).Select(village => village.Code)),
        ];
    }

    public int Year => size.Year;

    public bool Is(double share) => random.NextDouble() < share;

    public int Between(int least, int most) => random.Next(least, most);

    /// <summary>Mostly a small number, at most this one.</summary>
    public int Some(int most) => 1 + (int)(Math.Pow(random.NextDouble(), 3) * most);

    public T Any<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>A few villages get most of the facts.</summary>
    public RegionCode Village() => villages[(int)(Math.Pow(random.NextDouble(), 1.7) * villages.Length)];

    /// <summary>A third of all facts fall on the campaign's twenty days.</summary>
    public DateOnly Day() =>
        Is(0.3) ? FirstDay.AddDays(240 + random.Next(0, 20)) : FirstDay.AddDays(random.Next(0, DateTime.IsLeapYear(Year) ? 366 : 365));

    public DateTimeOffset On(DateOnly day) => new Day(day).Start.AddMilliseconds(random.Next(0, 86_400_000));

    public bool IsOfTheYear(DateTimeOffset at) => EStation.Day.Of(at).Date.Year == Year;

    /// <summary>Ids differ between seeds.</summary>
    public string Id() => string.Create(CultureInfo.InvariantCulture, $"generated-{size.Seed}-{named++}");

    public Person Person(RegionCode village) =>
        new(
            Id(),
            Phone.Parse("13800000000"),
            new Profile(
                "李四",
                village,
                Gender: random.Next(2) == 0 ? Gender.Female : Gender.Male,
                BirthYear: Year - 16 - (int)(random.NextDouble() * 70),
                EthnicGroup: Is(0.12) ? "10" : "01",
                LeftBehind: Is(0.08)
            ),
            new Day(FirstDay).Start,
            village.County,
            Registered: true
        );

    private DateOnly FirstDay => new(Year, 1, 1);
}
