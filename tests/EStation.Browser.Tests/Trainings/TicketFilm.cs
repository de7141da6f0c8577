using QRCoder;

namespace EStation.Trainings;

/// <summary>
/// What a camera sees at the door: one ticket after the other, half a second each (YUV4MPEG2, which Chromium plays instead of a camera).
/// </summary>
internal static class TicketFilm
{
    private const int Width = 640;
    private const int Height = 480;
    private const int Frames = 5;

    public static void Write(string path, params IEnumerable<string> tickets)
    {
        using var file = File.Create(path);
        file.Write("YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420jpeg\n"u8);
        foreach (var picture in tickets.Select(PictureOf))
        {
            for (var frame = 0; frame < Frames; frame++)
            {
                file.Write("FRAME\n"u8);
                file.Write(picture);
            }
        }
    }

    private static byte[] PictureOf(string ticket)
    {
        using var code = QRCodeGenerator.GenerateQrCode(ticket, QRCodeGenerator.ECCLevel.M);
        var modules = code.ModuleMatrix;
        var size = Height / modules.Count;
        var (left, top) = ((Width - (size * modules.Count)) / 2, (Height - (size * modules.Count)) / 2);
        var picture = new byte[Width * Height * 3 / 2];
        picture.AsSpan(0, Width * Height).Fill(255);
        picture.AsSpan(Width * Height).Fill(128); // grey
        for (var y = 0; y < modules.Count * size; y++)
        {
            for (var x = 0; x < modules.Count * size; x++)
            {
                if (modules[y / size][x / size])
                    picture[((y + top) * Width) + x + left] = 0;
            }
        }

        return picture;
    }
}
