using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EStation.LocalHost.Tables;

/// <summary>Random requests of a table service. A seed always gives the same ones.</summary>
internal sealed class TableRequests(int seed)
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Tables = ["Alpha", "beta", "Gamma"];

    private static readonly string[] Odd =
    [
        "",
        " ",
        "a",
        "A",
        "a b",
        "ab",
        "村",
        "村民 委员会",
        "o'brien",
        "''",
        "\"quoted\"",
        "9",
        "10",
        "010",
        "1e1",
        "-1",
        "~",
        "a%20b",
        "a+b",
        "é",
        "e\u0301",
        "😀",
        "\uFFFD",
        "x,RowKey=y",
        "(1)",
        "a&b=c;d",
    ];

    private static readonly string[] Columns = ["S", "I", "L", "D", "G", "T", "B", "F", "Missing"];

    private static readonly string[] Operators = ["eq", "eq", "ne", "gt", "ge", "lt", "le"];

    private readonly Random random = new(seed);

    private string? deleted;

    /// <summary>Few keys, so that they are often met again, and one row key is in many partitions.</summary>
    private readonly string[] partitions = [.. Sample(seed), "p0", "p1", "p2"];

    private readonly string[] rows = [.. Sample(seed + 1), "r0", "r1", "r2", "r3", "r4"];

    /// <summary>Tables that exist, and more rows than one page holds.</summary>
    public static IEnumerable<TableRequest> Beginning()
    {
        foreach (var table in Tables)
            yield return CreateTable(table);
        foreach (
            var rows in Enumerable
                .Range(0, 1_150)
                .Select(row => (row * 7919 % 1_150).ToString("0000", CultureInfo.InvariantCulture))
                .Chunk(100)
        )
            yield return TableRequest.Batch([.. rows.Select(row => Insert(new EntityKey(Tables[0], "many", row), new JsonObject()))]);
    }

    public TableRequest Next()
    {
        // Soon, or most requests would meet a table that is gone.
        if (deleted is { } table && random.Next(8) == 0)
        {
            deleted = null;
            return CreateTable(table);
        }

        return random.Next(100) switch
        {
            < 14 => Write(Key()),
            < 26 => Insert(Key(), Properties()) with { Prefer = Pick(null, "return-no-content", "return-content") },
            < 34 => Delete(Key()),
            < 48 => new TableRequest(HttpMethod.Get, Key().Path)
            {
                Query = Pick("", "", "?$select=S,L", "?$select=RowKey"),
                Accept = Accept(),
            },
            < 66 => Transaction(),
            < 67 => CreateTable(Table()),
            < 68 => new TableRequest(HttpMethod.Delete, $"Tables('{deleted = Table()}')"),
            < 70 => new TableRequest(HttpMethod.Get, "Tables"),
            _ => Query(),
        };
    }

    /// <summary>Everything that is stored.</summary>
    public static IEnumerable<TableRequest> All() =>
        Tables.Select(table => new TableRequest(HttpMethod.Get, $"{table}()")).Prepend(new TableRequest(HttpMethod.Get, "Tables"));

    private static TableRequest CreateTable(string table) => new(HttpMethod.Post, "Tables") { Body = $$"""{"TableName":"{{table}}"}""" };

    private static TableRequest Insert(EntityKey key, JsonObject properties) =>
        new(HttpMethod.Post, key.Table) { Body = Body(key, properties), Key = key };

    private static string Body(EntityKey key, JsonObject properties)
    {
        properties["PartitionKey"] = key.Partition;
        properties["RowKey"] = key.Row;
        return properties.ToJsonString(Readable);
    }

    private TableRequest Write(EntityKey key) =>
        new(Pick(HttpMethod.Put, HttpMethod.Put, HttpMethod.Patch, new HttpMethod("MERGE")), key.Path)
        {
            Body = Body(key, Properties()),
            Key = key,
            IfMatch = Pick(IfMatch.None, IfMatch.None, IfMatch.Any, IfMatch.Latest, IfMatch.Latest, IfMatch.Earlier, IfMatch.Malformed),
        };

    private TableRequest Delete(EntityKey key) =>
        new(HttpMethod.Delete, key.Path)
        {
            Key = key,
            IfMatch = Pick(IfMatch.Any, IfMatch.Any, IfMatch.Any, IfMatch.Latest, IfMatch.Earlier, IfMatch.None, IfMatch.Malformed),
        };

    /// <summary>Many fail at one of their operations, so that what came before is rolled back.</summary>
    private TableRequest Transaction()
    {
        var (table, partition) = (Table(), Partition());
        var parts = new List<TableRequest>();
        foreach (var row in Enumerable.Range(0, random.Next(1, 7)).Select(_ => Row()).Distinct().ToList())
        {
            var key = new EntityKey(table, random.Next(40) == 0 ? Partition() : partition, random.Next(40) == 0 ? Row() : row);
            parts.Add(
                random.Next(8) switch
                {
                    0 => Insert(key, Properties()),
                    1 => Delete(key),
                    2 => Write(key),
                    _ => Write(key) with { IfMatch = IfMatch.None },
                }
            );
        }

        return TableRequest.Batch(parts);
    }

    private TableRequest Query()
    {
        var options = new List<string>();
        if (random.Next(8) != 0)
            options.Add($"$filter={Uri.EscapeDataString(Filter())}");
        if (random.Next(2) == 0)
            options.Add($"$top={Pick("0", "1", "2", "3", "7", "20", "1000", "1001", "-1", "1.5", "x")}");
        if (random.Next(4) == 0)
            options.Add($"$select={Pick("S", "RowKey,PartitionKey", "L,G,Missing", "Timestamp", "")}");
        if (random.Next(20) == 0)
            options.Add(
                Pick(
                    $"NextPartitionKey={Token(Partition())}",
                    $"NextRowKey={Token(Row())}",
                    $"NextPartitionKey={Token(Partition())}&NextRowKey={Token(Row())}"
                )
            );
        return new TableRequest(HttpMethod.Get, $"{Table()}()") { Query = $"?{string.Join('&', options)}", Accept = Accept() };
    }

    private string Filter() =>
        random.Next(20) switch
        {
            0 => Pick("true", "false", "", "PartitionKey eq", "PartitionKey eq 'a", "1 eq 1", "PartitionKey like 'a'", "F", "(S eq 'a'"),
            < 9 =>
                $"PartitionKey eq {Quote(Partition())}{Pick("", $" and RowKey {Pick(Operators)} {Quote(Row())}", $" and {Condition(2)}")}",
            9 => $"PartitionKey gt {Quote(Partition())} or (PartitionKey eq {Quote(Partition())} and RowKey gt {Quote(Row())})",
            10 => $"RowKey ge {Quote(Row())} and RowKey lt {Quote(Row())} and PartitionKey eq {Quote(Partition())}",
            _ => Condition(3),
        };

    private string Condition(int depth) =>
        depth == 0
            ? Comparison()
            : random.Next(6) switch
            {
                0 => $"{Condition(depth - 1)} and {Condition(depth - 1)}",
                1 => $"{Condition(depth - 1)} or {Condition(depth - 1)}",
                2 => $"({Condition(depth - 1)}) and ({Condition(depth - 1)})",
                3 => $"({Condition(depth - 1)} or {Condition(depth - 1)})",
                4 => $"not ({Condition(depth - 1)})",
                _ => Comparison(),
            };

    private string Comparison()
    {
        var comparison = Pick(Operators);
        return random.Next(20) switch
        {
            < 6 => $"PartitionKey {comparison} {Quote(Partition())}",
            < 11 => $"RowKey {comparison} {Quote(Row())}",
            11 => $"{Quote(Partition())} {comparison} PartitionKey",
            12 => Pick($"PartitionKey {comparison} RowKey", $"PartitionKey {comparison} 5", $"RowKey {comparison} S", "RowKey eq RowKey"),
            _ => Pick(Columns) switch
            {
                "S" => $"S {comparison} {Quote(Pick(Odd))}",
                "I" => $"I {comparison} {random.Next(-2, 3)}",
                "L" => $"L {comparison} {Pick("-9223372036854775808", "-3", "0", "7", "9007199254740993")}L",
                "D" => $"D {comparison} {Pick("-1.5", "0", "0.5", "3")}",
                "G" => $"G {comparison} guid'{Guid(random.Next(4))}'",
                "T" =>
                    $"T {comparison} datetime'{Pick("1999-12-31T23:59:59.9999999Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.001Z")}'",
                "B" => $"B {comparison} {Pick("X'00'", "binary'00ff'", "X''")}",
                "F" => $"F {comparison} {Pick("true", "false")}",
                var missing => $"{missing} {comparison} 'x'",
            },
        };
    }

    /// <summary>Each column has one type: Azurite answers a comparison of other types with 500 when it happens to meet such a row.</summary>
    private JsonObject Properties()
    {
        var properties = new JsonObject();
        foreach (var column in Columns[..^1].Where(_ => random.Next(3) == 0))
        {
            (properties[column], var type) = column switch
            {
                "S" => ((JsonNode?)Pick(Odd), random.Next(4) == 0 ? "Edm.String" : null),
                "I" => (random.Next(-2, 3), null),
                "L" => (Pick("-9223372036854775808", "-3", "0", "7", "9007199254740993"), "Edm.Int64"),
                "D" => (Pick<JsonNode?>(0.5, -1.5, 3, "NaN", "Infinity"), "Edm.Double"),
                "G" => (Guid(random.Next(4)), "Edm.Guid"),
                "T" => (Pick("1999-12-31T23:59:59.9999999Z", "2026-01-01T00:00:00Z", "2026-01-01T00:00:00.001Z"), "Edm.DateTime"),
                "B" => (Pick("AA==", "AP8=", ""), "Edm.Binary"),
                _ => (random.Next(2) == 0, null),
            };
            if (type is not null)
                properties[$"{column}@odata.type"] = type;
        }

        if (random.Next(20) == 0)
            properties["Null"] = null;
        if (random.Next(40) == 0)
            properties["I@odata.type"] = "Edm.Nonsense";
        return properties;
    }

    private EntityKey Key() => new(Table(), Partition(), Row());

    private string Table() => random.Next(60) == 0 ? Pick("Missing", "ALPHA", "x") : Tables[Math.Max(0, random.Next(-6, 3))];

    private string Partition() =>
        random.Next(60) switch
        {
            0 => "bad/key",
            < 8 => "many",
            _ => Pick(partitions),
        };

    private string Row() =>
        random.Next(60) switch
        {
            0 => "bad?key",
            < 8 => random.Next(1_200).ToString("0000", CultureInfo.InvariantCulture),
            _ => Pick(rows),
        };

    private string Accept() =>
        Pick("application/json;odata=fullmetadata", "application/json;odata=minimalmetadata", "application/json;odata=nometadata");

    private static string[] Sample(int seed) => new Random(seed).GetItems(Odd, 3);

    private T Pick<T>(params ReadOnlySpan<T> choices) => choices[random.Next(choices.Length)];

    private static string Quote(string key) => $"'{key.Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Token(string key) => Uri.EscapeDataString(Convert.ToBase64String(Encoding.UTF8.GetBytes(key)));

    private static string Guid(int number) => $"0000000{number}-1111-2222-3333-444444444444";
}
