using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EStation.Infra.Templates;

/// <summary>
/// A copy of <c>infra/</c> on which the Bicep CLI works, so that nothing is left behind in the repository, and mistakes can be made.
/// </summary>
internal sealed class Workbench : IDisposable
{
    private const string AdministratorsVariable = "ESTATION_ADMINISTRATORS";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estation-infra-");

    public Workbench()
    {
        var source = Path.Combine(Repository.Root, "infra");
        foreach (var file in Directory.EnumerateFiles(source, "*.bicep*", SearchOption.AllDirectories))
        {
            var copy = PathOf(Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    /// <summary>Who administers the province, as the environment says; null when it does not.</summary>
    public string? Administrators { get; init; } = "13900000001";

    public void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(PathOf(file));
        Assert.True(
            before.Contains(text, StringComparison.Ordinal),
            $"{file} has no '{text}' any more: the seeded mistake has to be made anew."
        );
        File.WriteAllText(PathOf(file), before.Replace(text, by, StringComparison.Ordinal));
    }

    /// <summary>What the linter and the compiler find, in the parameter file, the template and every module.</summary>
    public async Task<IReadOnlyList<string>> LintAsync(string parameterFile)
    {
        var (_, report, _) = await RunAsync("lint", Parameters(parameterFile), "--diagnostics-format", "sarif");
        return
        [
            .. JsonNode.Parse(report)!["runs"]![0]!["results"]!
                .AsArray()
                .Select(finding => $"{finding!["ruleId"]} {finding["message"]!["text"]}"),
        ];
    }

    /// <summary>What would be deployed; null when the template does not compile.</summary>
    public async Task<(Deployment? Deployment, string Errors)> PredictAsync(string parameterFile)
    {
        var (exit, _, errors) = await RunAsync("snapshot", Parameters(parameterFile), "--mode", "Overwrite");
        if (exit != 0)
            return (null, errors);
        var snapshot = Path.ChangeExtension(Parameters(parameterFile), ".snapshot.json");
        return (
            new Deployment(await File.ReadAllTextAsync(Parameters(parameterFile)), JsonNode.Parse(await File.ReadAllTextAsync(snapshot))!),
            errors
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private string Parameters(string file) => PathOf(Path.Combine("parameters", file));

    private async Task<(int Exit, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Repository.Bicep, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(AdministratorsVariable);
        if (Administrators is { } phones)
            start.Environment[AdministratorsVariable] = phones;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
