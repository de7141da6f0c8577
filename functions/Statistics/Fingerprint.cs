using System.Security.Cryptography;
using System.Text.Json;

namespace EStation.Statistics;

/// <summary>What an ETag stands for: the question and the figures that answer it, without when they were made.</summary>
internal static class Fingerprint
{
    public static string Of(params object[] figures) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(figures)));
}
