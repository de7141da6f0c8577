namespace EStation.Ledger;

/// <param name="Row">The rest of the row's key, after <c>total|</c>.</param>
/// <param name="Column">The column's name. A row may have up to 250 columns.</param>
/// <param name="Document">The rest of the mark's key after <c>dirty|</c>: the document to publish again when this cell changes.</param>
/// <param name="Read">Reads the stored total; makes an empty one from null.</param>
public sealed record Cell(string Row, string Column, string Document, Func<BinaryData?, ITotal> Read);
