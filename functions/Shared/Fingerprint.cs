using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace EStation;

/// <summary>
/// What stands for something in an id, a key or an ETag: the first bytes of its SHA-256, two small hexadecimal digits each. Stored ones
/// have to stay what they are.
/// </summary>
public static class Fingerprint
{
    public static string Of(string text, int bytes) => Of(Encoding.UTF8.GetBytes(text), bytes);

    public static string Of(ReadOnlySpan<byte> content, int bytes) => Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, bytes));

    /// <summary>What an ETag stands for: the question and the figures that answer it, without when they were made.</summary>
    public static string OfFigures(params object[] figures) => Of(JsonSerializer.SerializeToUtf8Bytes(figures), SHA256.HashSizeInBytes);
}
