namespace EStation.LocalHost;

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
