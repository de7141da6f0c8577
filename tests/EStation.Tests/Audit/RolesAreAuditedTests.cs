using System.Text.RegularExpressions;
using Azure.Data.Tables;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Audit;

/// <summary>Whoever uses a role to change something is in the audit.</summary>
public partial class RolesAreAuditedTests(TestStorage storage)
{
    [Fact]
    public void Every_function_that_changes_something_by_a_role_records_it()
    {
        var verbs = Directory
            .EnumerateFiles(Path.Combine(SourceTree.Root, "functions"), "*.cs", SearchOption.AllDirectories)
            .Select(file => (Name: Path.GetFileNameWithoutExtension(file), Source: File.ReadAllText(file)))
            .Where(verb => Changes().IsMatch(verb.Source) && NeedsARole().IsMatch(verb.Source))
            .ToList();
        Assert.InRange(verbs.Count, 20, 200); // the sources were found and read
        Assert.Empty(verbs.Where(verb => !verb.Source.Contains("RecordAsync(", StringComparison.Ordinal)).Select(verb => verb.Name));
    }

    [Fact]
    public async Task Holding_a_training_leaves_an_entry_for_each_deed()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        var (_, ticket) = await training.TicketAsync();
        await training.MarkAsync(1, ticket);
        (await training.Official.DeleteAsync($"{training.Path}/sessions/1/attendance/{ticket}")).EnsureSuccessStatusCode();
        await training.MarkAsync(1, ticket);
        await training.CompleteAsync(new { minHours = 1 });
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, Class.Form(host, capacity: 9)));
        (await training.Official.DeleteAsync(training.Path)).EnsureSuccessStatusCode();
        Assert.Equal(
            ["AnnounceTraining", "CancelTraining", "ChangeTraining", "CompleteTraining", "CorrectAttendance", "MarkAttendance"],
            new TableClient(host.ConnectionString, "Audit")
                .Query<TableEntity>()
                .Where(row =>
                    row.GetBoolean("Allowed") == true && row.GetString("Subject").StartsWith(training.Id, StringComparison.Ordinal)
                )
                .Select(row => row.GetString("Action"))
                .Distinct()
                .Order(StringComparer.Ordinal)
        );
    }

    [GeneratedRegex(@"HttpTrigger\(AuthorizationLevel\.Anonymous, ""(post|put|delete)""")]
    private static partial Regex Changes();

    [GeneratedRegex(@"(callers|officials)\.(RequireAsync|RefuseAsync|OfAsync)\(")]
    private static partial Regex NeedsARole();
}
