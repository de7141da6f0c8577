using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;

namespace EStation.LocalHost;

/// <summary>The real host's key files (<c>AzureWebJobsSecretStorageType=files</c>): host.json, and one for each function.</summary>
internal static class KeyFile
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static T ReadOrMake<T>(string path, Func<T> make)
    {
        if (!File.Exists(path))
            Write(path, make());
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllBytes(path), Json)!;
        }
        catch (JsonException wrong)
        {
            throw new StartFailure($"{path} is not a key file ({wrong.Message}). Delete it to get new keys.");
        }
    }

    public static Key NewKey(string name) => new(name, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(40)), false);

    /// <summary>When two processes create it at the same time, the first file stays.</summary>
    private static void Write<T>(string path, T keys)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var made = $"{path}.{Guid.NewGuid():N}";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(made, options))
            JsonSerializer.Serialize(file, keys, Json);
        try
        {
            File.Move(made, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(made);
        }
    }
}

internal sealed record Key(string Name, string Value, bool Encrypted);

internal sealed record HostKeyFile(Key MasterKey, IReadOnlyList<Key> FunctionKeys, IReadOnlyList<Key> SystemKeys)
{
    public static HostKeyFile Make() => new(KeyFile.NewKey("master"), [KeyFile.NewKey("default")], []);
}

internal sealed record FunctionKeyFile(IReadOnlyList<Key> Keys)
{
    public static FunctionKeyFile Make() => new([KeyFile.NewKey("default")]);
}
