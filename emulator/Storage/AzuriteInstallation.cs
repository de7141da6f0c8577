using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace EStation.Emulator;

/// <summary>Azurite as pinned in <c>emulator/azurite</c>, installed by npm when it is first needed.</summary>
internal static class AzuriteInstallation
{
    private const string NoCheckout =
        "Azurite can be started only from a checkout: start it yourself, or set AzureWebJobsStorage to a storage that runs.";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    /// <returns>The folder of package.json, with its packages in place.</returns>
    /// <exception cref="StartFailure">No Node.js, or npm could not install.</exception>
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        var folder = Path.Combine(SourceTree.Root ?? throw new StartFailure(NoCheckout), "emulator", "azurite");
        // Two builds, hosts or test runs at once must not install twice into the same folder.
        await using var held = await FileLock.TakeAsync(Path.Combine(folder, ".lock"), Patience, cancellationToken);
        var packages = await File.ReadAllBytesAsync(Path.Combine(folder, "package-lock.json"), cancellationToken);
        var wanted = Convert.ToHexString(SHA256.HashData(packages));
        var marker = Path.Combine(folder, "node_modules", ".installed");
        if (File.Exists(marker) && await File.ReadAllTextAsync(marker, cancellationToken) == wanted)
            return folder;

        Console.WriteLine("Installing Azurite, the storage emulator, with npm: once, about ten seconds ...");
        await InstallAsync(folder, cancellationToken);
        await File.WriteAllTextAsync(marker, wanted, cancellationToken);
        Console.WriteLine("Azurite is installed.");
        return folder;
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
        using var npm = Start(start);
        var output = npm.StandardOutput.ReadToEndAsync(cancellationToken);
        var errors = await npm.StandardError.ReadToEndAsync(cancellationToken);
        await output;
        await npm.WaitForExitAsync(cancellationToken);
        if (npm.ExitCode != 0)
            throw new StartFailure($"npm ci failed in {folder}: {errors.Trim().ReplaceLineEndings(" ")}");
    }

    /// <summary>Starts npm or node, and says what is missing when there is none.</summary>
    public static Process Start(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new StartFailure(
                $"'{start.FileName}' was not found: install Node.js 20 or later with npm, on which Azurite, the storage emulator, runs.");
        }
    }
}
