using System.Net;
using System.Net.Sockets;

namespace EStation;

/// <summary>The network of an address, for rate limits: the holder of one IPv6 address has a whole network of them.</summary>
public static class ClientNetwork
{
    /// <summary>A household or village: an IPv4 address, an IPv6 /64. A carrier may put thousands of phones behind it.</summary>
    public static string Of(string address) => Prefix(address, 4, 8);

    /// <summary>One network of a provider: an IPv4 /24, an IPv6 /48. A moving phone stays in it for a while.</summary>
    public static string NetworkOf(string address) => Prefix(address, 3, 6);

    public static string CarrierOf(string address) => Prefix(address, 2, 4);

    private static string Prefix(string address, int bytesOf4, int bytesOf6)
    {
        if (!IPAddress.TryParse(address, out var parsed))
            return address;
        var bytes = parsed.GetAddressBytes();
        return Convert.ToHexStringLower(bytes, 0, parsed.AddressFamily == AddressFamily.InterNetwork ? bytesOf4 : bytesOf6);
    }
}
