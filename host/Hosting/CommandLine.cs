using System.Globalization;
using System.Net;

namespace EStation.LocalHost;

/// <summary><c>--port N</c> (7071; 0 takes a free one) and <c>--host localhost|ADDRESS</c>, and no other switch.</summary>
internal sealed record CommandLine(int Port, IPAddress? Address)
{
    private const string Usage = "The switches are --port N and --host ADDRESS (an IP address or localhost).";

    public static CommandLine Parse(params IReadOnlyList<string> args)
    {
        var result = new CommandLine(7071, null);
        for (var i = 0; i < args.Count; i += 2)
        {
            var value = i + 1 < args.Count ? args[i + 1] : "";
            result = args[i] switch
            {
                "--port" => result with { Port = ParsePort(value) },
                "--host" => result with { Address = ParseAddress(value) },
                _ => throw new StartFailure($"Unknown argument '{args[i]}'. {Usage}"),
            };
        }

        return result;
    }

    private static int ParsePort(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= IPEndPoint.MaxPort
            ? port
            : throw new StartFailure($"--port needs a number from 0 to {IPEndPoint.MaxPort}, not '{value}'.");

    private static IPAddress? ParseAddress(string value) =>
        value == "localhost" ? null
        : IPAddress.TryParse(value, out var address) ? address
        : throw new StartFailure($"--host '{value}' is not an address. {Usage}");
}
