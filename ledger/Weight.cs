using Azure.Data.Tables;
using EStation.Ledger.Committing;

namespace EStation.Ledger;

/// <summary>The share of a write in the limits of a group; for a decision, the greatest share.</summary>
/// <param name="Totals">The rows of totals that folding its news changes.</param>
public sealed record Weight(int Rows, IReadOnlyCollection<string> Totals, int NewsBytes, int Bytes)
{
    internal static Weight Of(IEnumerable<TableEntity> rows, IEnumerable<string> totals, int newsBytes)
    {
        var sizes = rows.Select(RowSize.Of).ToList();
        return new Weight(sizes.Count, [.. totals.Distinct()], newsBytes, sizes.Sum());
    }

    public bool Covers(Weight actual) =>
        actual.Rows <= Rows && actual.NewsBytes <= NewsBytes && actual.Bytes <= Bytes && actual.Totals.All(Totals.Contains);
}
