using System.Security.Cryptography;
using System.Text;

namespace EStation.Messages;

/// <summary>The two functions that gateways sign with, over UTF-8.</summary>
public static class Hmac
{
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public static byte[] Sign(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    public static byte[] Sign(string key, string text) => Sign(Encoding.UTF8.GetBytes(key), text);
}
