using System.Reflection;

namespace EStation.Infra.Templates;

/// <summary>Where this build found things.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Told("Repository"));

    public static string Bicep { get; } = Executable(Told("Bicep"));

    public static IEnumerable<string> ParameterFiles { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(Root, "infra", "parameters"), "*.bicepparam")
            .Select(file => Path.GetFileName(file))
            .Order(StringComparer.Ordinal),
    ];

    /// <summary>The parameter files, and those of production once more with Front Door.</summary>
    public static IEnumerable<string> Deployments =>
        ParameterFiles.Concat(
            ParameterFiles.Where(file => file.Contains(".prod.", StringComparison.Ordinal)).Select(file => file + Workbench.Door)
        );

    private static string Told(string name) =>
        typeof(Repository).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(told => told.Key == name).Value!;

    private static string Executable(string path)
    {
        var file = OperatingSystem.IsWindows() ? path + ".exe" : path;
        if (!File.Exists(file))
            throw new InvalidOperationException($"The Bicep CLI is not at {file}: restore the solution (`dotnet restore`).");
        // NuGet does not keep the executable bit.
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(file, File.GetUnixFileMode(file) | UnixFileMode.UserExecute);
        return file;
    }
}
