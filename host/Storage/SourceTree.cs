namespace EStation.LocalHost;

/// <summary>The checkout this host runs from, if it does.</summary>
internal static class SourceTree
{
    public static string? Root { get; } = Find(AppContext.BaseDirectory);

    private static string? Find(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, "EStation.sln")))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
