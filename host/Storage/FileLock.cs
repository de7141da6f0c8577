namespace EStation.LocalHost;

/// <summary>A lock between processes; the death of its holder releases it.</summary>
internal static class FileLock
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(25);

    /// <exception cref="StartFailure">Another process has held it for longer than <paramref name="patience"/>.</exception>
    public static async Task<FileStream> TakeAsync(string path, TimeSpan patience, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var deadline = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (Environment.TickCount64 < deadline)
            {
                await Task.Delay(Pause, cancellationToken);
            }
            catch (IOException)
            {
                throw new StartFailure($"Another process has held {path} for {patience.TotalSeconds:0} s; end it and start again.");
            }
        }
    }
}
