using System.Diagnostics;
using System.Text.Json.Nodes;
using EStation.Infra.Templates;

namespace EStation.Infra.Cloud;

/// <summary>A cloud for the scripts of a deployment: <c>az</c>, <c>curl</c> and <c>sleep</c> are ours, everything else is real.</summary>
internal sealed class PretendCloud : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("estation-cloud-");
    private readonly string cloud;

    public PretendCloud(string cloud)
    {
        this.cloud = cloud;
        foreach (var part in new[] { "infra", "scripts" })
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Repository.Root, part), "*", SearchOption.AllDirectories))
            Put(Path.GetRelativePath(Repository.Root, file), file);
        Directory.CreateDirectory(PathOf("bin"));
        foreach (var name in new[] { "az", "curl" })
            Write(
                $"bin/{name}",
                $"#!/bin/sh\nexec node '{Path.Combine(Repository.Root, "tests", "EStation.Infra.Tests", "Cloud", $"{name}.mjs")}' \"$@\"\n"
            );
        Write("bin/sleep", "#!/bin/sh\necho \"sleep $1\" >> \"$CLOUD_STATE/log\"\n");
        Write("app.zip", "abc1234");
        Write(
            "versions",
            string.Join(
                '\n',
                Directory
                    .EnumerateFiles(PathOf("infra"), "*.bicep", SearchOption.AllDirectories)
                    .SelectMany(File.ReadLines)
                    .SelectMany(line => line.Split('\''))
                    .Where(part => part.StartsWith("Microsoft.", StringComparison.Ordinal) && part.Contains('@', StringComparison.Ordinal))
                    .Distinct()
            )
        );
    }

    public Dictionary<string, string> Environment { get; } = [];

    public JsonNode State => JsonNode.Parse(File.ReadAllText(PathOf("state.json")))!;

    /// <summary>What was asked of the cloud since the last time.</summary>
    public IReadOnlyList<string> TakeLog()
    {
        var log = PathOf("log");
        string[] lines = File.Exists(log) ? File.ReadAllLines(log) : [];
        File.Delete(log);
        return lines;
    }

    public void Replace(string file, string text, string by)
    {
        var before = File.ReadAllText(PathOf(file));
        Assert.Contains(text, before, StringComparison.Ordinal);
        File.WriteAllText(PathOf(file), before.Replace(text, by, StringComparison.Ordinal));
    }

    public void Write(string file, string text)
    {
        File.WriteAllText(PathOf(file), text);
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(PathOf(file), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    public async Task<(int Exit, string Said)> RunAsync(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo(PathOf(script), arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder.FullName,
        };
        start.Environment["PATH"] = $"{PathOf("bin")}:{start.Environment["PATH"]}";
        start.Environment["CLOUD_STATE"] = folder.FullName;
        start.Environment["CLOUD_NAME"] = cloud;
        start.Environment["CLOUD_BICEP"] = Repository.Bicep;
        start.Environment["CLOUD_VERSIONS"] = PathOf("versions");
        start.Environment["ESTATION_ADMINISTRATORS"] = "13900000001";
        start.Environment["GITHUB_ENV"] = PathOf("outputs");
        start.Environment["SMOKE_TRIES"] = "2";
        foreach (var (name, value) in Outputs().Concat(Environment))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output + await errors);
    }

    public void Dispose() => folder.Delete(recursive: true);

    // As the workflow's runner has them in the next step.
    private IEnumerable<KeyValuePair<string, string>> Outputs() =>
        File.Exists(PathOf("outputs"))
            ? File.ReadAllLines(PathOf("outputs")).Select(line => line.Split('=', 2)).Select(pair => KeyValuePair.Create(pair[0], pair[1]))
            : [];

    private void Put(string path, string from)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(path))!);
        File.Copy(from, PathOf(path));
    }

    private string PathOf(string path) => Path.Combine(folder.FullName, path);
}
