using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

/// <summary>What this host keeps on disk: Azurite's data and the keys. Ignored by git.</summary>
internal static class DataFolder
{
    public const string Setting = "Local:DataPath";

    public static string Of(IConfiguration settings, string contentRoot) =>
        Path.GetFullPath(settings[Setting] ?? Path.Combine(SourceTree.Root ?? contentRoot, ".data"));
}
