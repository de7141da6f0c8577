using System.Net;
using System.Reflection;
using EStation.People;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Privacy;

/// <summary>
/// Somebody does everything that leaves something in storage, in person and by roles. Whatever is found of that person must have been
/// declared by a table, with what export and erasure make of it.
/// </summary>
public class PersonalColumnsTests(TestStorage storage, ITestOutputHelper output)
{
    private const string Name = "訾雨薇";
    private const string Masked = "訾**";
    private const string Undeclared = "These columns hold something of a person. Declare each by [PersonalColumn] on its table";

    private static readonly IReadOnlyDictionary<StoredColumn, PersonalColumnAttribute> Declared = typeof(Composition)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetCustomAttributes<PersonalColumnAttribute>())
        .ToDictionary(column => new StoredColumn(column.Table, column.Rows, column.Column, column.What));

    [Fact]
    public async Task Every_stored_column_with_something_of_a_person_is_declared_exported_and_erased()
    {
        await using var host = await Life.StartAsync(storage);
        var person = await Life.LiveAsync(host, Name);
        await host.RollUpAsync();
        var export = (await Farmer.JsonOf(await person.GetAsync("api/me/data"))).AsObject();
        var stored = await StoredColumns.FindAsync(host, person, Name, Masked);
        IsEmpty(stored.Except(Declared.Keys), Undeclared);
        Assert.All(
            Declared.Values.Where(column => column.NotExportedBecause is null),
            column =>
                Assert.True(
                    export[column.ExportedAs!] is { } field && field.ToJsonString() is not ("[]" or "{}" or "null"),
                    $"GET /api/me/data has nothing in the field '{column.ExportedAs}', which {column.Table}.{column.Column} is exported as"
                )
        );

        Assert.Equal(HttpStatusCode.NoContent, (await person.DeleteAsync("api/me")).StatusCode);
        host.Time.Advance(Erasure.SecondLook);
        await host.Get<Erasures>().CompleteAsync(host.Time.GetUtcNow());
        await host.RollUpAsync();
        await host.RollUpAsync();
        var left = await StoredColumns.FindAsync(host, person, Name, Masked);
        output.WriteLine($"{stored.Count} columns, {left.Count} after the erasure");
        IsEmpty(left.Except(Declared.Keys), Undeclared);
        IsEmpty(
            Declared.Keys.Except(stored).Except(left),
            "Nothing is stored in these declared columns. Store it in tests/EStation.Tests/Testing/Life.cs, or delete the [PersonalColumn]"
        );
        IsEmpty(
            left.Where(column => Declared[column].WhenErased == WhenErased.Gone),
            "These columns are left after the erasure. Delete them in the feature's IPersonalData, or declare another WhenErased"
        );
        Assert.All(
            left,
            column =>
                Assert.True(
                    column.What == Personal.Id || Declared[column].WhenErased is WhenErased.KeptForLimits or WhenErased.ToldToOthers,
                    column.ToString()
                )
        );
    }

    private static void IsEmpty(IEnumerable<StoredColumn> columns, string problem)
    {
        var lines = columns.Select(column => column.ToString()).Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{problem}:\n{string.Join('\n', lines)}");
    }
}
