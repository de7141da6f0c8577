using System.Formats.Tar;
using System.IO.Compression;
using System.Runtime.Versioning;
using EStation.LocalHost;

namespace EStation.Browsing;

/// <summary>
/// The browser's program: that of <c>CHROME</c>, that of the packages in <c>chromium/</c> (installed by npm when it is first needed), or
/// Debian's.
/// </summary>
internal sealed record Chromium(string Path, string? Libraries)
{
    private const string Debian = "/usr/bin/chromium";
    private const string Fonts = "FONTCONFIG_FILE";

    /// <summary>The folder of the packages: the browser, axe and fonts.</summary>
    public static string Packages { get; } = System.IO.Path.Combine(SourceTree.Root!, "tests/EStation.Browser.Tests/chromium/node_modules");

    public static IReadOnlyList<string> Switches { get; } =
    [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ];

    public static async Task<Chromium> FindAsync()
    {
        await NpmInstallation.EnsureAsync(
            System.IO.Path.GetDirectoryName(Packages)!,
            "Chromium, which tests of pages use,",
            CancellationToken.None
        );
        if (System.Environment.GetEnvironmentVariable("CHROME") is { Length: > 0 } named)
            return new Chromium(named, null);
        var packed = System.IO.Path.Combine(Packages, "@sparticuz/chromium/bin");
        return OperatingSystem.IsLinux() && Directory.Exists(packed)
                ? new Chromium(await UnpackAsync(packed), System.IO.Path.Combine(packed, "lib"))
            : File.Exists(Debian) ? new Chromium(Debian, null)
            : throw new InvalidOperationException("No Chromium here: set CHROME to the path of one.");
    }

    /// <summary>The variables it runs with: its libraries, and fonts for Chinese and Korean.</summary>
    public Dictionary<string, string> Environment()
    {
        var variables = System
            .Environment.GetEnvironmentVariables()
            .Cast<System.Collections.DictionaryEntry>()
            .ToDictionary(entry => (string)entry.Key, entry => (string)entry.Value!);
        if (Libraries is not null)
            variables["LD_LIBRARY_PATH"] = Libraries;
        variables.TryAdd(Fonts, System.IO.Path.Combine(Packages, "../fonts.conf"));
        return variables;
    }

    /// <summary>Under its name only when it is whole: a run that was stopped leaves nothing that looks like a browser.</summary>
    [SupportedOSPlatform("linux")]
    private static async Task<string> UnpackAsync(string packed)
    {
        var program = System.IO.Path.Combine(packed, "chromium");
        if (File.Exists(program))
            return program;
        await using (var libraries = Open(System.IO.Path.Combine(packed, "al2023.tar.br")))
            await TarFile.ExtractToDirectoryAsync(libraries, packed, overwriteFiles: true);
        return await InflateAsync(System.IO.Path.Combine(packed, "chromium.br"), program);
    }

    /// <summary>A browser out of its package, where that has not been done.</summary>
    /// <returns>The program.</returns>
    [SupportedOSPlatform("linux")]
    internal static async Task<string> InflateAsync(string packed, string program)
    {
        if (File.Exists(program))
            return program;
        var partly = $"{program}.{System.Environment.ProcessId}";
        await using (var brotli = Open(packed))
        await using (var file = File.Create(partly))
            await brotli.CopyToAsync(file);
        File.SetUnixFileMode(partly, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        File.Move(partly, program, overwrite: true);
        return program;
    }

    private static BrotliStream Open(string path) => new(File.OpenRead(path), CompressionMode.Decompress);
}
