using System.IO.Compression;
using System.Text;

namespace EStation.Banks;

/// <summary>Files with something wrong in them.</summary>
internal static class Mutation
{
    private const string Marks = "{}~=#:\\%\n\"<>[]-$/,\0\u00ff0123456789ABZ";

    /// <summary>Some bytes changed, inserted, removed or doubled.</summary>
    public static byte[] Of(byte[] original, Random random)
    {
        var bytes = original.ToList();
        for (var changes = random.Next(2) == 0 ? 1 : random.Next(1, 12); changes > 0 && bytes.Count > 1; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.Insert(at, (byte)Marks[random.Next(Marks.Length)]);
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at));
                    break;
                default:
                    bytes.InsertRange(at, bytes.GetRange(0, random.Next(Math.Min(200, bytes.Count))));
                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>A workbook that unpacks well and has something wrong in a part of it.</summary>
    public static byte[] OfAPart(byte[] workbook, Random random)
    {
        using var zip = new ZipArchive(new MemoryStream(workbook));
        var victim =
            random.Next(3) == 0
                ? random.Next(zip.Entries.Count)
                : zip.Entries.ToList().FindIndex(entry => entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal));
        var mutated = new MemoryStream();
        using (var target = new ZipArchive(mutated, ZipArchiveMode.Create))
        {
            foreach (var (at, entry) in zip.Entries.Index())
            {
                using var part = target.CreateEntry(entry.FullName).Open();
                part.Write(at == victim ? Spoil(Read(entry), random) : Read(entry));
            }
        }

        return mutated.ToArray();
    }

    // Most of what is wrong in an XML file makes it none: half of the time only a value is changed.
    private static byte[] Spoil(byte[] xml, Random random)
    {
        if (random.Next(2) == 0)
            return Of(xml, random);
        var text = Encoding.UTF8.GetString(xml);
        var quotes = Enumerable.Range(0, text.Length).Where(at => text[at] == '"').ToList();
        if (quotes.Count < 2)
            return Of(xml, random);
        var from = quotes[random.Next(quotes.Count - 1)] + 1;
        var to = text.IndexOf('"', from);
        string[] values =
        [
            "",
            "0",
            "-1",
            "2000000000",
            "99999999999999999999",
            "A1",
            "ZZZZZZ9",
            "A1048577",
            "A1:ZZZZ2000000000",
            "s",
            "inlineStr",
            "d",
            "e",
            "b",
            "str",
            "hidden",
            "A1:B3",
            "[h]:mm;@",
            "土豆",
        ];
        return Encoding.UTF8.GetBytes(
            string.Concat(text.AsSpan(0, from), values[random.Next(values.Length)], text.AsSpan(to < 0 ? from : to))
        );
    }

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }
}
