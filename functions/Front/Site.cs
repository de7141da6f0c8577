using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using EStation.Storage;

namespace EStation.Front;

/// <summary>The front as built by <c>web/build.mjs</c>, in <c>site/</c> beside the program.</summary>
public sealed partial class Site
{
    private const string Page = "index.html";
    private readonly FrozenDictionary<string, SiteFile> files;

    public Site(StorageAccounts accounts)
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "site");
        files = Directory
            .EnumerateFiles(folder)
            .Where(file => Path.GetExtension(file) is not (".br" or ".gz"))
            .ToFrozenDictionary(file => Path.GetFileName(file), SiteFile.Read);
        Policy = PolicyOf(Encoding.UTF8.GetString(files[Page].Plain), accounts.Blobs.Uri.GetLeftPart(UriPartial.Authority));
    }

    /// <summary>Content security policy: its own inlined script and style, this origin, and films and uploads in storage.</summary>
    public string Policy { get; }

    /// <summary>The front routes by URL fragment, so the page itself is only at the root.</summary>
    public SiteFile? Find(string path) => files.GetValueOrDefault(path is "" or "/" ? Page : path.TrimStart('/'));

    private static string PolicyOf(string page, string media)
    {
        var script = string.Join(' ', Script().Matches(page).Select(match => HashOf(match.Groups[1].Value)));
        var style = string.Join(' ', Style().Matches(page).Select(match => HashOf(match.Groups[1].Value)));
        return $"default-src 'none'; script-src 'self' {script}; style-src {style}; connect-src 'self' {media}; img-src 'self' data: blob: {media}; "
            + $"media-src blob: {media}; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    private static string HashOf(string inlined) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(inlined)))}'";

    [GeneratedRegex("<script>(.*?)</script>", RegexOptions.Singleline)]
    private static partial Regex Script();

    [GeneratedRegex("<style>(.*?)</style>", RegexOptions.Singleline)]
    private static partial Regex Style();
}
