using EStation.Counting;
using EStation.Ledger;
using EStation.Regions;

namespace EStation.People;

/// <summary>A village has one resident more, or one less, with these traits.</summary>
[NewsKind("resident")]
public sealed record ResidentCounted(RegionCode Village, string Traits, int Change) : News
{
    public override IEnumerable<Cell> Cells() =>
        [new(ReachCells.RowOf(Village.Town), VillageColumn.Of(Village), ReachCells.RowOf(Village.Town), ReachTally.Read)];
}

/// <summary>The residents' totals in the ledger: a row for each town, in it a column for each village.</summary>
public static class ReachCells
{
    public static readonly DocumentKind<RegionCode> Kind = new("reach|", TryParse, town => town.Value);

    public static string RowOf(RegionCode town) => Kind.NameOf(town);

    private static bool TryParse(string text, out RegionCode town) => RegionCode.TryParse(text, null, out town);
}
