using System.Diagnostics;
using System.Text.Json.Nodes;

namespace EStation.Infra.Templates;

/// <summary>
/// A copy of <c>infra/</c> on which the Bicep CLI works, so that nothing is left behind in the repository, and mistakes can be made.
/// </summary>
internal sealed class Workbench : IDisposable
{
    public const string Door = "+door";

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

    /// <summary>Where the templates lie, for others than the Bicep CLI.</summary>
    public string Folder => folder.FullName;

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
        var (_, report, _) = await RunAsync(["lint", Parameters(parameterFile), "--diagnostics-format", "sarif"]);
        return
        [
            .. JsonNode.Parse(report)!["runs"]![0]!["results"]!
                .AsArray()
                .Select(finding => $"{finding!["ruleId"]} {finding["message"]!["text"]}"),
        ];
    }

    /// <summary>What would be deployed; null when the template does not compile.</summary>
    /// <param name="parameterFile">Its name; <c>+door</c> after it stands for the certificate of Front Door in the vault.</param>
    public async Task<(Deployment? Deployment, string Errors)> PredictAsync(string parameterFile)
    {
        var (file, door) = parameterFile.EndsWith(Door, StringComparison.Ordinal)
            ? (parameterFile[..^Door.Length], true)
            : (parameterFile, false);
        // A file of its own: the same parameters are predicted with and without Front Door at the same time.
        var parameters = Parameters($"{(door ? "door" : "site")}.{file}");
        File.Copy(Parameters(file), parameters, overwrite: true);
        var (exit, _, errors) = await RunAsync(["snapshot", parameters, "--mode", "Overwrite"], door);
        if (exit != 0)
            return (null, errors);
        var (_, app, _) = await RunAsync(["build", PathOf(Path.Combine("modules", "app.bicep")), "--stdout"]);
        return (
            new Deployment(
                parameterFile,
                await File.ReadAllTextAsync(parameters),
                JsonNode.Parse(await File.ReadAllTextAsync(Path.ChangeExtension(parameters, ".snapshot.json")))!,
                JsonNode.Parse(app)!
            ),
            errors
        );
    }

    public void Dispose() => folder.Delete(recursive: true);

    private string PathOf(string file) => Path.Combine(folder.FullName, file);

    private string Parameters(string file) => PathOf(Path.Combine("parameters", file));

    private async Task<(int Exit, string Output, string Errors)> RunAsync(string[] arguments, bool door = false)
    {
        var start = new ProcessStartInfo(Repository.Bicep, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment.Remove(AdministratorsVariable);
        if (Administrators is { } phones)
            start.Environment[AdministratorsVariable] = phones;
        start.Environment["ESTATION_CERTIFICATE"] = door ? "site" : "";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }
}
