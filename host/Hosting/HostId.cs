using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Configuration;

namespace EStation.LocalHost;

/// <summary>The id of locks and statuses in a shared storage: the setting <c>AzureFunctionsWebHost__hostid</c>, else machine and
/// folder.</summary>
internal static partial class HostId
{
    public static string Of(IConfiguration settings, string contentRoot)
    {
        if (settings["AzureFunctionsWebHost:hostid"] is { } given)
        {
            return Pattern().IsMatch(given)
                ? given
                : throw new StartFailure(
                    $"AzureFunctionsWebHost__hostid '{given}' must be 1 to 32 lower-case letters, digits and single dashes between them."
                );
        }

        var folder = SHA256.HashData(Encoding.UTF8.GetBytes(Path.TrimEndingDirectorySeparator(Path.GetFullPath(contentRoot))));
        var machine = string.Concat(Environment.MachineName.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit).Take(20));
        return $"{machine}{(machine.Length > 0 ? "-" : "")}{Convert.ToHexStringLower(folder.AsSpan(0, 5))}";
    }

    [GeneratedRegex(@"\A(?=.{1,32}\z)[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex Pattern();
}
