using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace EStation.LocalHost;

/// <summary>Maps a request's key to its level. The first use of a key creates the files.</summary>
internal sealed class KeyRing(string folder)
{
    private readonly Lazy<HostKeyFile> host = new(() => KeyFile.ReadOrMake(Path.Combine(folder, "host.json"), HostKeyFile.Make));
    private readonly ConcurrentDictionary<string, FunctionKeyFile> functions = new(StringComparer.OrdinalIgnoreCase);

    public string HostFile => Path.Combine(folder, "host.json");

    public string Master => host.Value.MasterKey.Value;

    public IEnumerable<object> OfHost() => host.Value.FunctionKeys.Select(key => new { name = key.Name, value = key.Value });

    public IReadOnlyList<Key> Of(string function) =>
        functions
            .GetOrAdd(function, name => KeyFile.ReadOrMake(Path.Combine(folder, $"{name.ToLowerInvariant()}.json"), FunctionKeyFile.Make))
            .Keys;

    /// <returns>Anonymous for no key and for a wrong one.</returns>
    public KeyLevel LevelOf(HttpRequest request, Function? function)
    {
        if (KeyIn(request) is not { Length: > 0 } key)
            return KeyLevel.Anonymous;
        if (Same(key, Master))
            return KeyLevel.Admin;
        if (host.Value.SystemKeys.Any(other => Same(key, other.Value)))
            return KeyLevel.System;
        var opening = function is null ? host.Value.FunctionKeys : host.Value.FunctionKeys.Concat(Of(function.Name));
        return opening.Any(other => Same(key, other.Value)) ? KeyLevel.Function : KeyLevel.Anonymous;
    }

    /// <summary>The header takes precedence over the query, even with a wrong key.</summary>
    private static string? KeyIn(HttpRequest request) =>
        request.Headers.TryGetValue("x-functions-key", out var header) ? header[0]
        : request.Query.TryGetValue("code", out var code) ? code[0]
        : null;

    private static bool Same(string one, string other) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));
}
