using Microsoft.Playwright;

namespace EStation.Browsing;

/// <summary>What pages look like, for those who want to see: into the folder that <c>ESTATION_PICTURES</c> names.</summary>
internal static class Pictures
{
    private static readonly string? Folder = Environment.GetEnvironmentVariable("ESTATION_PICTURES");

    public static Task PictureAsync(this IPage page, string name) => Folder is null
        ? Task.CompletedTask
        : page.ScreenshotAsync(new() { Path = Path.Combine(Folder, name + ".png"), FullPage = true });
}
