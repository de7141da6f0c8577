using System.Text.RegularExpressions;

namespace EStation.Front;

/// <param name="IsNamedByContent">Browsers may cache the file for good, since its name changes with its content.</param>
public sealed partial record SiteFile(string ContentType, string ETag, bool IsNamedByContent, byte[] Plain, byte[] Brotli, byte[] Gzip)
{
    public static SiteFile Read(string path)
    {
        var plain = File.ReadAllBytes(path);
        var etag = $"\"{Fingerprint.Of(plain, 8)}\"";
        return new SiteFile(
            TypeOf(Path.GetExtension(path)),
            etag,
            Versioned().IsMatch(path),
            plain,
            File.ReadAllBytes(path + ".br"),
            File.ReadAllBytes(path + ".gz")
        );
    }

    private static string TypeOf(string extension) =>
        extension switch
        {
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".png" => "image/png",
            ".svg" => "image/svg+xml",
            ".webmanifest" => "application/manifest+json",
            _ => throw new InvalidDataException($"The front has a file of an unknown kind, {extension}."),
        };

    [GeneratedRegex(@"\.[0-9a-f]{12}\.js$")]
    private static partial Regex Versioned();
}
