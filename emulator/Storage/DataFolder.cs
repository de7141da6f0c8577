using Microsoft.Extensions.Configuration;

namespace EStation.Emulator;

/// <summary>What this host keeps on disk: Azurite's data and the keys. Ignored by git.</summary>
internal static class DataFolder
{
    public static string Of(IConfiguration settings, string contentRoot) =>
        Path.GetFullPath(settings["Local:DataPath"] ?? Path.Combine(SourceTree.Root ?? contentRoot, ".data"));
}
