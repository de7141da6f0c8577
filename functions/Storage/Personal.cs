namespace EStation.Storage;

public enum Personal
{
    Id,
    Phone,

    PhoneHash,
    Name,
}

public enum WhenErased
{
    Gone,

    /// <summary>The id stays, because counts stay, and leads to no person.</summary>
    LeadsNowhere,

    /// <summary>It stays while a limit needs it, so that a new account gets no fresh limits.</summary>
    KeptForLimits,

    /// <summary>Another person received it, masked: a sent message cannot be revoked.</summary>
    ToldToOthers,
}

/// <summary>Declares a column with personal data, on the table class that writes it. A test searches all stored data for people, and fails
/// for a column that is undeclared, survives an erasure, or is missing from the export.</summary>
/// <param name="rows">The row key up to its first bar; empty where keys have none.</param>
/// <param name="column">The name up to its first digit; PartitionKey and RowKey too.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true)]
public sealed class PersonalColumnAttribute(string table, string rows, string column, Personal what) : Attribute
{
    public string Table => table;

    public string Rows => rows;

    public string Column => column;

    public Personal What => what;

    public WhenErased WhenErased { get; init; }

    public string? ExportedAs { get; init; }

    public string? NotExportedBecause { get; init; }
}
