using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EStation;

/// <summary>The first bytes of a SHA-256 in lower-case hexadecimal, for ids, keys and ETags. Stored fingerprints must not change.</summary>
public static class Fingerprint
{
    public static string Of(string text, int bytes) => Of(Encoding.UTF8.GetBytes(text), bytes);

    public static string Of(ReadOnlySpan<byte> content, int bytes) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, bytes));

    public static string OfFigures(params object[] figures) => Of(JsonSerializer.SerializeToUtf8Bytes(figures), SHA256.HashSizeInBytes);
}
