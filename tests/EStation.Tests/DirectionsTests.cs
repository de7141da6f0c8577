using System.Text.RegularExpressions;
using EStation.Testing;

namespace EStation;

/// <summary>
/// Dependencies point one way. A folder of <c>functions/</c> is a namespace: usings, and names that are qualified by a folder, tell which
/// folders a folder uses.
/// </summary>
public sealed partial class DirectionsTests(ITestOutputHelper output)
{
    /// <summary>From the ground up: a folder uses folders of earlier lines, and within a line only without a cycle.</summary>
    private static readonly string[][] Layers =
    [
        ["Settings", "Telemetry", "Storage", "Http", "Regions", "Identity", "Messages", "Counting"],
        ["People", "Privacy", "Access"],
        ["Accounts", "Banks", "Contests", "Trainings", "Showcase", "Stations", "Statistics", "Today", "Front"],
        ["Seeds", "Service"],
    ];

    private static string Functions => Path.Combine(SourceTree.Root, "functions");

    [Fact]
    public void Folders_of_functions_form_no_cycle_and_follow_their_layers()
    {
        var uses = Uses();
        foreach (var (folder, used) in uses.OrderBy(use => use.Key, StringComparer.Ordinal))
            output.WriteLine($"{folder, -10} -> {string.Join(", ", used.Order(StringComparer.Ordinal))}");

        var layered = Layers.SelectMany(layer => layer).Append("Shared").ToList();
        IsEmpty(uses.Keys.Except(layered), "Enter these folders of functions/ in a layer of DirectionsTests");
        IsEmpty(layered.Except(uses.Keys), "Take these folders, which functions/ does not have, out of the layers of DirectionsTests");
        IsEmpty(
            uses.SelectMany(use => use.Value.Where(used => LayerOf(used) > LayerOf(use.Key)).Select(used => $"{use.Key} uses {used}")),
            "Folders use folders of a higher layer: move the shared type to a lower layer, or let the higher folder use the other"
        );
        var rest = uses.ToDictionary(use => use.Key, use => use.Value.ToHashSet());
        while (rest.Where(use => !use.Value.Overlaps(rest.Keys)).Select(use => use.Key).ToList() is { Count: > 0 } free)
            free.ForEach(folder => rest.Remove(folder));
        Assert.True(rest.Count == 0, $"Folders that use one another, or use such folders: {string.Join(", ", rest.Keys)}");
    }

    [Fact]
    public void Nouns_know_no_Azure_and_tables_no_HTTP()
    {
        var found = Directory
            .EnumerateFiles(Functions, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/Http/", StringComparison.Ordinal))
            .Select(file => (Name: Path.GetFileName(file), Usings: UsingsOf(file).ToList()))
            .SelectMany(file =>
                file.Usings.Where(used => IsWrong(file.Name, file.Usings, used)).Select(used => $"{file.Name} uses {used}")
            );
        IsEmpty(found, "A table uses no HTTP, and no other file uses both Azure Tables and the Functions worker");
    }

    [Fact]
    public void The_ledger_knows_nothing_of_ours()
    {
        var files = Directory.EnumerateFiles(Path.Combine(SourceTree.Root, "ledger"), "*.cs", SearchOption.AllDirectories);
        var usings = files.SelectMany(UsingsOf).Where(used => used.StartsWith("EStation", StringComparison.Ordinal)).Distinct();
        Assert.All(usings, used => Assert.StartsWith("EStation.Ledger", used, StringComparison.Ordinal));
    }

    private static void IsEmpty(IEnumerable<string> found, string problem)
    {
        var lines = found.Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, $"{problem}: {string.Join(", ", lines)}");
    }

    private static bool IsWrong(string name, List<string> usings, string used) =>
        name.EndsWith("Table.cs", StringComparison.Ordinal)
            ? used.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || used == "Microsoft.Azure.Functions.Worker"
            : used is "Microsoft.Azure.Functions.Worker" && usings.Contains("Azure.Data.Tables");

    private static Dictionary<string, IReadOnlySet<string>> Uses()
    {
        var files = Directory
            .EnumerateDirectories(Functions)
            .ToDictionary(
                folder => Path.GetFileName(folder),
                folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList()
            )
            .Where(folder => folder.Value.Count > 0)
            .ToList();
        var types = files
            .SelectMany(folder =>
                folder.Value.SelectMany(text => Declared().Matches(text)).Select(type => $"{folder.Key}.{type.Groups["type"]}")
            )
            .ToHashSet();
        return files.ToDictionary(
            folder => folder.Key,
            IReadOnlySet<string> (folder) =>
                folder
                    .Value.SelectMany(text =>
                        Ours()
                            .Matches(text)
                            .Concat(Qualified().Matches(text).Where(name => types.Contains(name.Value)))
                            .Select(match => match.Groups["folder"].Value)
                    )
                    .Where(used => used != "Ledger" && used != folder.Key)
                    .ToHashSet()
        );
    }

    private static int LayerOf(string folder) => Array.FindIndex(Layers, layer => layer.Contains(folder));

    private static IEnumerable<string> UsingsOf(string file) =>
        File.ReadLines(file).Select(line => Using().Match(line)).Where(match => match.Success).Select(match => match.Groups["name"].Value);

    [GeneratedRegex(@"^using (static )?(?<name>[\w.]+);")]
    private static partial Regex Using();

    [GeneratedRegex(@"^using (static )?EStation\.(?<folder>\w+)", RegexOptions.Multiline)]
    private static partial Regex Ours();

    [GeneratedRegex(@"(?<![\w.])(?<folder>[A-Z]\w+)\.[A-Z]\w+")]
    private static partial Regex Qualified();

    [GeneratedRegex(@"^public .*?\b(class|record struct|record|struct|enum|interface) (?<type>\w+)", RegexOptions.Multiline)]
    private static partial Regex Declared();
}
