using System.Globalization;
using Azure.Data.Tables;
using EStation.Contests;
using EStation.Regions;

namespace EStation.Ledger;

/// <summary>Entries for tests: a row and the news that somebody has handed in an attempt.</summary>
internal static class Told
{
    public static readonly RegionCode County = RegionCode.Parse("220102");
    private static readonly DateTimeOffset Then = new(2026, 11, 24, 2, 0, 0, TimeSpan.Zero);

    public static Entry Entry(int number, int town = 1, string name = "王**", byte[]? burden = null)
    {
        var row = new TableEntity(County.Value, KeyOf(number)) { ["Number"] = number };
        if (burden is not null)
            row["Burden"] = burden;
        return Ledger.Entry.Insert(row, News(number, town, name));
    }

    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"told|{number:D6}");

    public static AttemptCounted News(int number, int town = 1, string name = "王**")
    {
        var village = RegionCode.Parse(string.Create(CultureInfo.InvariantCulture, $"{County.Value}{town:D3}001"));
        return new AttemptCounted(
            village,
            default,
            Day.Of(Then),
            "told",
            $"p{number}",
            name,
            new Best(number % 9, 60_000 + (number * 10), Then.AddSeconds(number)),
            null,
            number % 9 >= 5,
            Language.Zh,
            new Dictionary<string, bool> { [$"q{number % 40}"] = number % 2 == 0 }
        );
    }
}
