using Azure.Data.Tables;

namespace EStation.Storage;

/// <summary>Filters over one partition.</summary>
internal static class KeyRange
{
    // U+FFFF sorts after every character that a key may hold.
    private const char Last = '\uffff';

    /// <summary>Rows of a partition whose key begins with a prefix.</summary>
    public static string Of(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {prefix + Last}");

    /// <summary>Rows of a partition from one key to another, both included.</summary>
    public static string Between(string partition, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");
}
