using System.Text.RegularExpressions;
using Azure.Data.Tables;
using EStation.Ledger;
using EStation.Privacy;
using EStation.Testing;

namespace EStation.Storage;

/// <summary>The pages in docs/tables against what the app stores when everything is done once.</summary>
public partial class TablesDocsTests(TestStorage storage)
{
    private const string Rare = "Rare: ";

    private static readonly string Folder = Path.Combine(SourceTree.Root, "docs", "tables");

    /// <summary>Without it the first request fails with TableNotFound, which names no table.</summary>
    [Fact]
    public void Each_table_that_is_named_in_the_code_is_created()
    {
        var named = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Named().Matches(File.ReadAllText(file)))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        Assert.NotEmpty(named);
        IsEmpty(named.Except(Tables), "Add these tables to functions/Storage/CreateStorage.cs and infra/modules/tables.bicep");
    }

    [Fact]
    public void Each_table_has_a_page_and_each_page_a_table()
    {
        IsEmpty(Tables.Except(Pages()), "Tables without a page in docs/tables/");
        IsEmpty(Pages().Except(Tables), "Pages in docs/tables/ of tables that CreateStorage.cs does not have");
    }

    [Fact]
    public async Task What_is_stored_is_documented_and_what_is_documented_is_stored()
    {
        var stored = await DoEverythingAsync();
        var sections = Pages().ToDictionary(table => table, table => SectionsOf(table).ToList());
        var common = ColumnsOf(File.ReadAllText(Path.Combine(Folder, "README.md"))).ToList();

        var unknownRows = stored
            .Where(row => !sections[row.Table].Exists(row.IsOf))
            .Select(row => $"{row.Table}: {row.Partition} / {row.Key}");
        IsEmpty(unknownRows, "Rows whose keys are in no heading of docs/tables/");

        var documented = sections
            .SelectMany(table =>
                table.Value.SelectMany(section => section.Columns.Concat(common).Select(column => (table.Key, section.Kind, column)))
            )
            .ToLookup(one => (Table: one.Key, one.Kind, one.column.Name, one.column.Type), one => one.column.Meaning);
        var found = stored.SelectMany(row => row.Columns.Select(column => (row.Table, row.Kind, column.Name, column.Type))).ToHashSet();
        IsEmpty(
            found.Where(column => !documented.Contains(column)).Select(column => column.ToString()),
            "Stored columns (table, kind of row, column, type) that are missing in docs/tables/"
        );

        var shared = common.Select(column => column.Name).ToHashSet();
        var promised = documented.Where(one =>
            !shared.Contains(one.Key.Name) && !one.All(meaning => meaning.StartsWith(Rare, StringComparison.Ordinal))
        );
        IsEmpty(
            promised.Select(one => one.Key).Where(column => !found.Contains(column)).Select(column => column.ToString()),
            "Columns in docs/tables/ (table, kind of row, column, type) that are not stored. Store them in tests/EStation.Tests/Testing/Life.cs, "
                + "or begin their meaning with 'Rare: '"
        );
    }

    private static IEnumerable<string> Tables => CreateStorage.Tables.Append(LedgerAccounts.TableName);

    private static IEnumerable<string> Pages() =>
        Directory.GetFiles(Folder, "*.md").Select(file => Path.GetFileNameWithoutExtension(file)).Where(name => name != "README");

    /// <summary>Rows as they are after a life, and again after the erasure.</summary>
    private async Task<IReadOnlyList<Row>> DoEverythingAsync()
    {
        await using var host = await Life.StartAsync(storage);
        var person = await Life.LiveAsync(host, "訾雨薇");
        await Life.ManageAsync(host, person);
        var rows = await ReadAsync(host.ConnectionString);
        await host.RollUpAsync();
        rows = [.. rows, .. await ReadAsync(host.ConnectionString)];
        (await person.DeleteAsync("api/me")).EnsureSuccessStatusCode();
        return [.. rows, .. await ReadAsync(host.ConnectionString)];
    }

    private static async Task<IReadOnlyList<Row>> ReadAsync(string connectionString)
    {
        var rows = new List<Row>();
        foreach (var table in Tables)
        {
            await foreach (var row in new TableClient(connectionString, table).QueryAsync<TableEntity>())
                rows.Add(Row.Of(table, row));
        }

        return rows;
    }

    private static IEnumerable<Section> SectionsOf(string table)
    {
        foreach (var text in File.ReadAllText(Path.Combine(Folder, table + ".md")).Split("\n## ").Skip(1))
        {
            var lines = text.Split('\n');
            var partition = lines[2];
            Assert.StartsWith("Partition key: ", partition, StringComparison.Ordinal);
            var keys = Code().Matches(lines[0]).Select(match => match.Groups[1].Value).ToList();
            var partitions = Code()
                .Matches(partition[..partition.IndexOf(". ", StringComparison.Ordinal)])
                .Select(match => match.Groups[1].Value);
            yield return new Section(
                StoredColumns.KindOf(keys[0]),
                [.. partitions.Select(PatternOf)],
                [.. keys.Select(PatternOf)],
                [.. ColumnsOf(text)]
            );
        }
    }

    private static IEnumerable<Column> ColumnsOf(string text) =>
        ColumnLine()
            .Matches(text)
            .Select(match => new Column(StoredColumns.NameOf(match.Groups[1].Value), match.Groups[2].Value, match.Groups[3].Value));

    private static void IsEmpty(IEnumerable<string> found, string problem)
    {
        var lines = found.Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{problem}:\n{string.Join('\n', lines)}");
    }

    private static Regex PatternOf(string key) => new("^" + Part().Replace(Regex.Escape(key), "[^|]+") + "$");

    [GeneratedRegex("""\bTable\("(\w+)"\)""")]
    private static partial Regex Named();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(@"\\\{[^}]+}")]
    private static partial Regex Part();

    [GeneratedRegex(@"^\| `(\w+)(?:\{.*)?` \| (\w+) \| (.+) \|$", RegexOptions.Multiline)]
    private static partial Regex ColumnLine();

    private sealed record Column(string Name, string Type, string Meaning);

    private sealed record Section(string Kind, IReadOnlyList<Regex> Partitions, IReadOnlyList<Regex> Keys, IReadOnlyList<Column> Columns);

    private sealed record Row(string Table, string Partition, string Key, IReadOnlyList<(string Name, string Type)> Columns)
    {
        public string Kind => StoredColumns.KindOf(Key);

        public static Row Of(string table, TableEntity row) =>
            new(
                table,
                row.PartitionKey,
                row.RowKey,
                [
                    .. row.Where(column => column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
                        .Select(column => (NameOf(column.Key), TypeOf(column.Value))),
                ]
            );

        public bool IsOf(Section section) =>
            section.Partitions.Any(pattern => pattern.IsMatch(Partition)) && section.Keys.Any(pattern => pattern.IsMatch(Key));

        // The columns of questions are named by a hexadecimal digit.
        private static string NameOf(string column) => column is ['Q', _] ? "Q" : StoredColumns.NameOf(column);

        private static string TypeOf(object value) =>
            value switch
            {
                byte[] => "Binary",
                DateTimeOffset => "DateTime",
                _ => value.GetType().Name,
            };
    }
}
