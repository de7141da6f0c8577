namespace EStation.Testing;

internal static class SourceTree
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "EStation.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run from a build inside the repository.");
        return folder.FullName;
    }
}
