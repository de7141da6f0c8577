using System.Diagnostics;
using System.Text.RegularExpressions;
using EStation.LocalHost;

namespace EStation.Browsing.Old;

/// <summary>
/// A browser as old as those on farmers' phones: Chromium 69, or the one that <c>OLD_CHROMIUM</c> names (64, 72, 86: see
/// <c>scripts/old-browsers</c>).
/// </summary>
internal sealed partial class OldChromium : IAsyncDisposable
{
    private const string Usual = "69";
    private static readonly string[] Fonts = ["sc/400Regular", "sc/700Bold", "kr/400Regular", "kr/700Bold"];
    private readonly Process process;
    private readonly string profile;

    private OldChromium(Process process, string profile, Uri address) =>
        (this.process, this.profile, Address) = (process, profile, address);

    public static string Version { get; } = Environment.GetEnvironmentVariable("OLD_CHROMIUM") is { Length: > 0 } named ? named : Usual;

    /// <summary>Of its DevTools.</summary>
    public Uri Address { get; }

    public static async Task<OldChromium> StartAsync()
    {
        var today = await Chromium.FindAsync(); // and with it the packages, the libraries and the fonts
        var profile = Directory.CreateTempSubdirectory("old-chromium-").FullName;
        var start = new ProcessStartInfo(await ProgramAsync())
        {
            RedirectStandardError = true,
            ArgumentList = { "--headless", "--hide-scrollbars", "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank" },
        };
        foreach (var option in Chromium.Switches)
            start.ArgumentList.Insert(0, option);
        foreach (var (name, value) in today.Environment())
            start.Environment[name] = value;
        start.Environment["FONTCONFIG_FILE"] = await FontsAsync(profile);
        var process = Process.Start(start)!;
        var said = "";
        while (await process.StandardError.ReadLineAsync() is { } line)
        {
            said += line + "\n";
            if (Listening().Match(line) is { Success: true } match)
            {
                _ = process.StandardError.BaseStream.CopyToAsync(Stream.Null); // or it blocks when the pipe is full
                return new OldChromium(process, profile, new Uri($"http://{match.Groups[1].Value}/"));
            }
        }

        throw new InvalidOperationException($"Chromium {Version} did not start: {said}");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(profile, recursive: true);
    }

    /// <summary>Its fontconfig does not know paths that are relative to the file, and without any font it crashes.</summary>
    private static async Task<string> FontsAsync(string folder)
    {
        var fonts = Fonts.Select(font => $"<dir>{Path.Combine(Chromium.Packages, $"@expo-google-fonts/noto-sans-{font}")}</dir>");
        var file = Path.Combine(folder, "fonts.conf");
        await File.WriteAllTextAsync(file, $"<fontconfig>{string.Concat(fonts)}<cachedir>{folder}/fonts</cachedir></fontconfig>");
        return file;
    }

    private static async Task<string> ProgramAsync()
    {
        if (!OperatingSystem.IsLinux())
            throw new InvalidOperationException("The packages with old browsers have them for Linux alone.");
        var folder = Version == Usual ? Chromium.Packages : Path.Combine(Chromium.Packages, "../older/node_modules");
        if (Version != Usual)
            await NpmInstallation.EnsureAsync(Path.GetDirectoryName(folder)!, "older browsers", CancellationToken.None);
        var packed = Path.Combine(folder, $"chromium-{Version}/bin");
        if (!Directory.Exists(packed))
            throw new InvalidOperationException($"No package has Chromium {Version}: set OLD_CHROMIUM to 64, 69, 72 or 86.");
        return await Chromium.InflateAsync(Directory.EnumerateFiles(packed, "chromium*.br").Single(), Path.Combine(packed, "chromium"));
    }

    [GeneratedRegex(@"^DevTools listening on ws://([^/]+)/")]
    private static partial Regex Listening();
}
