namespace EStation.Banks.Sheets;

public enum CellFaultKind
{
    /// <summary>An error such as #DIV/0!.</summary>
    Error,

    /// <summary>A formula without a stored value.</summary>
    NoValue,

    /// <summary>A number format that is unknown or depends on the computer's settings.</summary>
    Format,

    Damaged,
}

/// <param name="Detail">The error, or the number format.</param>
public sealed record CellFault(CellFaultKind Kind, string Detail = "");
