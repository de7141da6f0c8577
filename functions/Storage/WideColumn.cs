using System.Globalization;
using Azure.Data.Tables;

namespace EStation.Storage;

/// <summary>A value of up to 900 KiB over several binary properties of a row: one holds 64 KiB.</summary>
public static class WideColumn
{
    private const int Width = 64 * 1024;
    private const int MostBytes = 900 * 1024; // a row takes 1 MiB

    public static void Set(TableEntity row, string name, BinaryData value)
    {
        var bytes = value.ToMemory();
        if (bytes.Length > MostBytes)
            throw new InvalidDataException($"{name} has {bytes.Length} bytes; a row takes {MostBytes}.");
        for (var part = 0; part * Width < bytes.Length; part++)
            row[NameOf(name, part)] = bytes.Slice(part * Width, Math.Min(Width, bytes.Length - (part * Width))).ToArray();
    }

    public static BinaryData? Get(TableEntity row, string name)
    {
        var value = new MemoryStream();
        for (var part = 0; row.GetBinary(NameOf(name, part)) is { } bytes; part++)
            value.Write(bytes);
        return value.Length == 0 ? null : BinaryData.FromBytes(value.ToArray());
    }

    private static string NameOf(string name, int part) => name + part.ToString(CultureInfo.InvariantCulture);
}
