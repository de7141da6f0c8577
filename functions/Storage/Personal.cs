namespace EStation.Storage;

/// <summary>What of a person a stored column holds.</summary>
public enum Personal
{
    /// <summary>The random id, which leads to nobody once the profile is gone.</summary>
    Id,
    Phone,

    /// <summary>A keyed hash of the phone.</summary>
    PhoneHash,
    Name,
}

/// <summary>What an erasure makes of a column.</summary>
public enum WhenErased
{
    /// <summary>Nothing of the person is in it any more.</summary>
    Gone,

    /// <summary>The id stays: what was counted stays counted, and the id leads to nobody.</summary>
    LeadsNowhere,

    /// <summary>It stays as long as a limit counts by it, so that a new account does not begin with fresh limits.</summary>
    KeptForLimits,

    /// <summary>Another person was told it, masked: a message that was sent cannot be taken back.</summary>
    ToldToOthers,
}

/// <summary>
/// A column in which something about people is stored, declared on the table that writes it. A test looks for people in all that is stored,
/// and fails for a column that no table has declared, that survives an erasure, or that is missing from the export.
/// </summary>
/// <param name="table">The storage table, or container.</param>
/// <param name="rows">The row key up to its first bar; empty where keys have none.</param>
/// <param name="column">Its name up to the first figure; PartitionKey and RowKey too.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PersonalColumnAttribute(string table, string rows, string column, Personal what) : Attribute
{
    public string Table => table;

    public string Rows => rows;

    public string Column => column;

    public Personal What => what;

    public WhenErased WhenErased { get; init; }

    /// <summary>The field of the export that tells what is held here.</summary>
    public string? ExportedAs { get; init; }

    /// <summary>Why the export does not tell it.</summary>
    public string? NotExportedBecause { get; init; }
}
