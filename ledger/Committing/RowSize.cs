using Azure.Data.Tables;

namespace EStation.Ledger.Committing;

internal static class RowSize
{
    private const int Envelope = 600; // the change set's own headers around each row
    private const int Annotation = 40; // quotes, commas and the type of a property

    public static int Of(TableEntity row) => Envelope + row.Sum(column => column.Key.Length + Annotation + Of(column.Value));

    private static int Of(object? value) =>
        value switch
        {
            string text => text.Length * 3, // UTF-8 of Chinese
            byte[] bytes => (bytes.Length * 4 / 3) + 4, // base64
            BinaryData data => (data.ToMemory().Length * 4 / 3) + 4,
            _ => 32,
        };
}
