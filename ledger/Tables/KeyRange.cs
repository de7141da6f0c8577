using Azure.Data.Tables;

namespace EStation.Ledger.Tables;

/// <summary>Filters over keys.</summary>
public static class KeyRange
{
    // U+FFFF sorts after every character that a key may hold.
    private const char Last = '\uffff';

    /// <summary>All rows of a partition.</summary>
    public static string Partition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    /// <summary>Rows of a partition whose key begins with a prefix.</summary>
    public static string Of(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {EndOf(prefix)}");

    /// <summary>Rows of a partition from one key to another, both included.</summary>
    public static string Between(string partition, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");

    /// <summary>Where what begins with a prefix ends: greater than all of it, and than nothing else.</summary>
    public static string EndOf(string prefix) => prefix + Last;
}
