using System.Diagnostics;
using System.Security.Cryptography;

namespace EStation.LocalHost;

internal static class NpmInstallation
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static async Task EnsureAsync(string folder, string what, CancellationToken cancellationToken)
    {
        // Concurrent builds, hosts or test runs must not install into the same folder.
        await using var held = await FileLock.TakeAsync(Path.Combine(folder, ".lock"), Patience, cancellationToken);
        var packages = await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken);
        var wanted = Convert.ToHexString(SHA256.HashData(packages));
        var marker = Path.Combine(folder, "node_modules", ".installed");
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, cancellationToken) == wanted)
            return;

        Console.WriteLine($"Installing {what} with npm: once, about ten seconds ...");
        await InstallAsync(folder, cancellationToken);
        await File.WriteAllTextAsync(marker, wanted, cancellationToken);
        Console.WriteLine($"Installed {what}.");
    }

    private static async Task InstallAsync(string folder, CancellationToken cancellationToken)
    {
        string[] arguments = ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"];
        var start = new ProcessStartInfo(OperatingSystem.IsWindows() ? "npm.cmd" : "npm", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var npm = AzuriteInstallation.Start(start);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new StartFailure($"npm ci failed in {folder}: {errors.Trim().ReplaceLineEndings(" ")}");
    }
}
