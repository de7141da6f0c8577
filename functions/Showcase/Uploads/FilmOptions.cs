using EStation.Settings;

namespace EStation.Showcase.Uploads;

/// <param name="Prepares"><c>Films:Prepare</c>: the program in <c>films/</c> runs and makes renditions of submitted films. Without it only files
/// that phones play as they are can be submitted.</param>
public sealed record FilmOptions(bool Prepares)
{
    public static FilmOptions Read(SettingReader read) => new(read.Flag("Films:Prepare"));
}
