namespace EStation.Banks;

/// <summary>A row of a table: its number from 1, and its cells as text.</summary>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>All columns there are, in four languages, are fewer.</summary>
    public const int MostCells = 100;

    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace);
}
