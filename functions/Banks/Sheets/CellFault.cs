namespace EStation.Banks.Sheets;

public enum CellFaultKind
{
    /// <summary>An error such as #DIV/0!.</summary>
    Error,

    /// <summary>A formula whose value the program that wrote it has not stored.</summary>
    NoValue,

    /// <summary>A number that is shown in a way that is not understood, or that depends on the computer.</summary>
    Format,

    Damaged,
}

/// <summary>Why a cell of a workbook cannot be imported.</summary>
/// <param name="Detail">The error, or the number format.</param>
public sealed record CellFault(CellFaultKind Kind, string Detail = "");
