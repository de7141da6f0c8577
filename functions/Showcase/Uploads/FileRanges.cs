namespace EStation.Showcase.Uploads;

/// <summary>
/// Reads a few small pieces of a large file, a window at a time. A file that would take too many reads ends early, and so is no good file.
/// </summary>
public sealed class FileRanges(long length, Func<long, int, Task<BinaryData>> read)
{
    /// <summary>What a header and its neighbours take.</summary>
    public const int Window = 2048;

    private const int MostReads = 40;

    private long start;
    private ReadOnlyMemory<byte> window;
    private int reads;

    public long Length => length;

    /// <summary>So many bytes, or fewer where the file ends.</summary>
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
