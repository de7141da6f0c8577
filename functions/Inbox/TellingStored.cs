using System.Globalization;
using EStation.Ledger;

namespace EStation.Inbox;

/// <summary>A telling was stored: the next roll-up delivers the tellings of this county.</summary>
[NewsKind("telling")]
public sealed record TellingStored : News
{
    /// <summary>The mark of a county whose tellings wait.</summary>
    public const string Document = "tellings";

    public override IEnumerable<Cell> Cells() => [new(Document, "Stored", Document, StoredTellings.Read)];
}

/// <summary>How many deeds of a county have told somebody.</summary>
public sealed class StoredTellings : ITotal
{
    private int count;

    public static StoredTellings Read(BinaryData? stored) =>
        new() { count = stored is null ? 0 : int.Parse(stored.ToString(), CultureInfo.InvariantCulture) };

    public void Add(News news) => count++;

    public BinaryData Write() => BinaryData.FromString(count.ToString(CultureInfo.InvariantCulture));
}
