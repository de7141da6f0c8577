namespace EStation.Banks.Sheets;

/// <summary>A row of a table: its number from 1, and its cells as shown.</summary>
public sealed record SheetRow(int Line, IReadOnlyList<string> Cells)
{
    /// <summary>More than all columns in four languages.</summary>
    public const int MostCells = 100;
    public const int MostRows = 20_000;

    private static readonly Dictionary<int, string> NoCells = [];
    private static readonly Dictionary<int, CellFault> NoFaults = [];

    public bool IsHidden { get; init; }

    /// <summary>By column, the shown value of a merged cell above.</summary>
    public IReadOnlyDictionary<int, string> Merged { get; init; } = NoCells;

    public IReadOnlyDictionary<int, CellFault> Faults { get; init; } = NoFaults;

    public string this[int column] => column < Cells.Count ? Cells[column] : "";

    public bool IsEmpty => Cells.All(string.IsNullOrWhiteSpace) && Faults.Count == 0;

    public bool HasContent(int column) => !string.IsNullOrWhiteSpace(this[column]) || Faults.ContainsKey(column);

    /// <summary>"A" is column 0, "AB" is 27.</summary>
    public static string NameOf(int column) => (column < 26 ? "" : NameOf((column / 26) - 1)) + (char)('A' + (column % 26));
}
