using System.Security.Cryptography;

namespace EStation.Identity;

/// <summary>Makes a developer's master secret once, in the data folder, which git ignores.</summary>
public static class LocalSecret
{
    public static byte[] ReadOrMake(string folder, int bytes)
    {
        var file = Path.Combine(folder, "master.secret");
        if (!File.Exists(file))
            Make(file, bytes);
        return Convert.FromBase64String(File.ReadAllText(file).Trim());
    }

    // Several hosts may start at once: the first move wins, and the others read its file.
    private static void Make(string file, int bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var draft = $"{file}.{Guid.NewGuid():N}";
        File.WriteAllText(draft, Convert.ToBase64String(RandomNumberGenerator.GetBytes(bytes)));
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        try
        {
            File.Move(draft, file, overwrite: false);
        }
        catch (IOException) when (File.Exists(file))
        {
            File.Delete(draft);
        }
    }
}
