using System.IO.Compression;
using System.Text.Json;

namespace EStation.Storage;

public static class Packed
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static BinaryData Write<T>(T value)
    {
        var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest))
            JsonSerializer.Serialize(brotli, value, Json);
        return BinaryData.FromBytes(packed.ToArray());
    }

    public static T Read<T>(BinaryData packed)
    {
        using var brotli = new BrotliStream(packed.ToStream(), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<T>(brotli, Json) ?? throw new InvalidDataException("A packed value is null.");
    }
}
