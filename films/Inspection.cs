using System.Globalization;
using System.Text.RegularExpressions;

namespace EStation.Films;

/// <summary>What ffmpeg prints of a file.</summary>
internal sealed partial record Inspection(TimeSpan Duration, int Width, int Height, bool HasSound)
{
    public int ShortSide => Math.Min(Width, Height);

    /// <returns>Null when the file is no film of a known format.</returns>
    public static Inspection? Parse(string printed)
    {
        var duration = DurationLine().Match(printed);
        var picture = PictureLine().Match(printed);
        if (!picture.Success)
            return null;
        var time = duration.Success ? TimeSpan.Parse(duration.Groups[1].Value, CultureInfo.InvariantCulture) : TimeSpan.Zero;
        return new Inspection(
            time,
            Number(picture.Groups[1]),
            Number(picture.Groups[2]),
            printed.Contains(": Audio: ", StringComparison.Ordinal)
        );
    }

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"Duration: (\d{2}:\d{2}:\d{2}\.\d{2})")]
    private static partial Regex DurationLine();

    [GeneratedRegex(@": Video: .*?, (\d{1,5})x(\d{1,5})[ ,\[]")]
    private static partial Regex PictureLine();
}
