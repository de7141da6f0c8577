using System.Buffers.Binary;
using System.Text;

namespace EStation.Showcase.Uploads;

/// <summary>A box of an MP4 file (ISO/IEC 14496-12): its type, and where its content is.</summary>
public readonly record struct Mp4Box(string Type, long Content, long End)
{
    private const int SmallHeader = 8;
    private const int LargeHeader = 16;
    private const int MostBoxes = 64;

    /// <summary>The boxes between two places of a file, or null when they do not fill it exactly.</summary>
    /// <param name="isWhole">Where it holds for the boxes so far, what follows them need not be a box: cameras append data of their
    /// own.</param>
    public static async Task<IReadOnlyList<Mp4Box>?> ListAsync(
        FileRanges file,
        long from,
        long to,
        Func<IReadOnlyList<Mp4Box>, bool>? isWhole = null
    )
    {
        var boxes = new List<Mp4Box>();
        for (var at = from; at < to; at = boxes[^1].End)
        {
            if (await IsTerminatorAsync(file, at, to))
                break;
            if (boxes.Count == MostBoxes || await ReadAsync(file, at, to) is not { } box)
                return isWhole?.Invoke(boxes) == true ? boxes : null;
            boxes.Add(box);
        }

        return boxes;
    }

    /// <summary>The first box of a type inside another.</summary>
    public static async Task<Mp4Box?> FindAsync(FileRanges file, Mp4Box? parent, string type)
    {
        if (parent is not { } outer || await ListAsync(file, outer.Content, outer.End) is not { } boxes)
            return null;
        return boxes.FirstOrDefault(box => box.Type == type) is { Type: not null } found ? found : null;
    }

    // QuickTime ends some lists with four zero bytes.
    private static async Task<bool> IsTerminatorAsync(FileRanges file, long at, long to) =>
        to - at < SmallHeader && (await file.ReadAsync(at, (int)(to - at))).Span.IndexOfAnyExcept((byte)0) < 0;

    private static async Task<Mp4Box?> ReadAsync(FileRanges file, long at, long to)
    {
        var header = (await file.ReadAsync(at, LargeHeader)).Span;
        if (header.Length < SmallHeader)
            return null;
        var type = Encoding.Latin1.GetString(header.Slice(4, 4));
        var small = BinaryPrimitives.ReadUInt32BigEndian(header);
        var size = small switch
        {
            0 when to == file.Length => to - at, // it reaches to the end
            1 when header.Length >= LargeHeader => (long)
                Math.Min(BinaryPrimitives.ReadUInt64BigEndian(header[SmallHeader..]), long.MaxValue),
            _ => small,
        };
        var content = at + (small == 1 ? LargeHeader : SmallHeader);
        return size >= content - at && size <= to - at ? new Mp4Box(type, content, at + size) : null;
    }
}
