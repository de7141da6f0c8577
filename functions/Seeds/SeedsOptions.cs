using EStation.Settings;

namespace EStation.Seeds;

/// <param name="Path"><c>Seeds:Path</c>: a folder beside the program, or null to load nothing.</param>
public sealed record SeedsOptions(string? Path)
{
    public static SeedsOptions Read(SettingReader read)
    {
        if (read.Optional("Seeds:Path") is not { } path)
            return new SeedsOptions((string?)null);
        var folder = System.IO.Path.Combine(AppContext.BaseDirectory, path);
        return Directory.Exists(folder)
            ? new SeedsOptions(folder)
            : throw new SettingException("Seeds:Path", $"names '{path}', which is not there.");
    }
}
