using Azure.Data.Tables;

namespace EStation.Ledger.Tables;

public static class KeyRange
{
    // U+FFFF sorts after every character that a key may hold.
    private const char Last = '\uffff';

    public static string Partition(string partition) => TableClient.CreateQueryFilter($"PartitionKey eq {partition}");

    public static string Of(string partition, string prefix) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {prefix} and RowKey lt {EndOf(prefix)}");

    public static string Between(string partition, string from, string to) =>
        TableClient.CreateQueryFilter($"PartitionKey eq {partition} and RowKey ge {from} and RowKey le {to}");

    /// <summary>The end of a prefix: greater than every key with the prefix, and less than all later keys.</summary>
    public static string EndOf(string prefix) => prefix + Last;
}
