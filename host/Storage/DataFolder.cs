using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

internal static class DataFolder
{
    public const string Setting = "Local:DataPath";

    public static string Of(IConfiguration settings, string contentRoot) =>
        Path.GetFullPath(settings[Setting] ?? Path.Combine(SourceTree.Root ?? contentRoot, ".data"));
}
