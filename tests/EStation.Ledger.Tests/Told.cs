using System.Globalization;
using Azure.Data.Tables;

namespace EStation.Ledger;

/// <summary>Entries for tests: a row with a number, and news that count it in a total of its town.</summary>
internal static class Told
{
    public static readonly Partition Partition = new("220102");

    public static Entry Entry(int number, int town = 1, string name = "", byte[]? burden = null)
    {
        var row = new TableEntity(Partition.Key, KeyOf(number)) { ["Number"] = number };
        if (burden is not null)
            row["Burden"] = burden;
        return Ledger.Entry.Insert(row, News(number, town, name));
    }

    public static string KeyOf(int number) => string.Create(CultureInfo.InvariantCulture, $"told|{number:D6}");

    public static ToldNews News(int number, int town = 1, string name = "") => new(number, town, name);
}

[NewsKind("told")]
internal sealed record ToldNews(int Number, int Town, string Name) : News
{
    /// <summary>Like an attempt: a board and a day for each town, and something for the whole partition.</summary>
    public override IEnumerable<Cell> Cells() => [CellOf($"board|{Town}"), CellOf($"day|{Town}"), CellOf("questions")];

    public static Cell CellOf(string row) => new(row, "Sum", row, Sum.Read);
}

/// <summary>How many numbers were told, and their sum.</summary>
internal sealed class Sum : ITotal
{
    public int Count { get; private set; }

    public long Total { get; private set; }

    public static Sum Read(BinaryData? stored) =>
        stored?.ToString().Split(' ') is [var count, var total]
            ? new Sum { Count = int.Parse(count, CultureInfo.InvariantCulture), Total = long.Parse(total, CultureInfo.InvariantCulture) }
            : new Sum();

    public void Add(News news)
    {
        Count++;
        Total += ((ToldNews)news).Number;
    }

    public BinaryData Write() => new(string.Create(CultureInfo.InvariantCulture, $"{Count} {Total}"));
}
