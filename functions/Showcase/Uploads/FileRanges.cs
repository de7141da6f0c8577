namespace EStation.Showcase.Uploads;

/// <summary>Reads small pieces of a large file through a window. A file that needs too many reads appears to end early, and so fails the
/// check.</summary>
public sealed class FileRanges(long length, Func<long, int, Task<BinaryData>> read)
{
    /// <summary>Enough for a header and its neighbours.</summary>
    public const int Window = 2048;

    private const int MostReads = 40;

    private long start;
    private ReadOnlyMemory<byte> window;
    private int reads;

    public long Length => length;

    /// <summary>This many bytes, or fewer at the end of the file.</summary>
    public async Task<ReadOnlyMemory<byte>> ReadAsync(long offset, int count)
    {
        if (offset < 0 || offset >= length || count > Window)
            return default;
        count = (int)Math.Min(count, length - offset);
        if ((offset < start || offset + count > start + window.Length) && !await MoveAsync(offset))
            return default;
        return window.Slice((int)(offset - start), count);
    }

    private async Task<bool> MoveAsync(long offset)
    {
        if (++reads > MostReads)
            return false;
        window = await read(offset, (int)Math.Min(Window, length - offset));
        start = offset;
        return true;
    }
}
