using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace EStation.Backups;

/// <summary>
/// A row as a line of JSON, with the types that a table knows: <c>["partition","row",{"column":["S","text"]}]</c>. What storage sets by
/// itself is left out.
/// </summary>
public static class RowLine
{
    private const int PerColumn = 40;
    private const int PerRow = 600; // the headers around each row

    private static readonly string[] Own = ["odata.etag", "Timestamp", "PartitionKey", "RowKey"];

    public static void Write(IBufferWriter<byte> line, TableEntity row)
    {
        using var json = new Utf8JsonWriter(line);
        json.WriteStartArray();
        json.WriteStringValue(row.PartitionKey);
        json.WriteStringValue(row.RowKey);
        json.WriteStartObject();
        foreach (var (column, value) in Columns(row))
        {
            var (type, text) = TextOf(value);
            json.WriteStartArray(column);
            json.WriteStringValue(type);
            json.WriteStringValue(text);
            json.WriteEndArray();
        }

        json.WriteEndObject();
        json.WriteEndArray();
    }

    public static TableEntity Read(string line)
    {
        using var json = JsonDocument.Parse(line);
        var parts = json.RootElement;
        var row = new TableEntity(parts[0].GetString(), parts[1].GetString());
        foreach (var column in parts[2].EnumerateObject())
            row[column.Name] = ValueOf(column.Value[0].GetString()!, column.Value[1].GetString()!);
        return row;
    }

    /// <summary>Whether two rows hold the same, whenever they were written.</summary>
    public static bool Same(TableEntity one, TableEntity other)
    {
        var (left, right) = (Columns(one).ToDictionary(), Columns(other).ToDictionary());
        return left.Count == right.Count
            && left.All(column => right.TryGetValue(column.Key, out var value) && TextOf(column.Value) == TextOf(value));
    }

    /// <summary>An upper estimate of a row in a transaction.</summary>
    public static int BytesOf(TableEntity row) =>
        Columns(row).Sum(column => (3 * (column.Key.Length + TextOf(column.Value).Text.Length)) + PerColumn) + PerRow;

    /// <summary>The texts of a row, keys too: where the id of a person may be.</summary>
    public static IEnumerable<string> Texts(TableEntity row) =>
        Columns(row).Select(column => column.Value).OfType<string>().Append(row.PartitionKey).Append(row.RowKey);

    private static IEnumerable<KeyValuePair<string, object>> Columns(TableEntity row) =>
        row.Where(column => column.Value is not null && !Own.Contains(column.Key));

    private static (string Type, string Text) TextOf(object value) =>
        value switch
        {
            string text => ("S", text),
            int number => ("I", number.ToString(CultureInfo.InvariantCulture)),
            long number => ("L", number.ToString(CultureInfo.InvariantCulture)),
            double number => ("D", number.ToString("R", CultureInfo.InvariantCulture)),
            bool flag => ("B", flag ? "1" : "0"),
            DateTimeOffset at => ("T", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)),
            Guid id => ("G", id.ToString()),
            byte[] bytes => ("X", Convert.ToBase64String(bytes)),
            BinaryData bytes => ("X", Convert.ToBase64String(bytes)),
            _ => throw new InvalidDataException($"A table holds no {value.GetType().Name}."),
        };

    private static object ValueOf(string type, string text) =>
        type switch
        {
            "S" => text,
            "I" => int.Parse(text, CultureInfo.InvariantCulture),
            "L" => long.Parse(text, CultureInfo.InvariantCulture),
            "D" => double.Parse(text, CultureInfo.InvariantCulture),
            "B" => text == "1",
            "T" => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
            "G" => Guid.Parse(text),
            "X" => Convert.FromBase64String(text),
            _ => throw new InvalidDataException($"'{type}' is no type of a column."),
        };
}
