namespace EStation.Ledger;

/// <summary>
/// One column of one row of totals in a county's ledger.
/// </summary>
/// <param name="Row">What follows <c>total|</c> in the row's key.</param>
/// <param name="Column">The column's name; a row may have up to 250.</param>
/// <param name="Document">What has to be published anew when this cell has changed; follows <c>dirty|</c> in the mark's key.</param>
/// <param name="Read">The total as it is stored, or an empty one.</param>
public sealed record Cell(string Row, string Column, string Document, Func<BinaryData?, ITotal> Read);
