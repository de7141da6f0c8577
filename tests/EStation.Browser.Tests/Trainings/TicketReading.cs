using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>Reads a QR code off a page, by the reader that the site itself has for phones at the door.</summary>
internal static partial class TicketReading
{
    private const string Read = """
        (image) => image.decode().then(() => {
          const canvas = document.createElement("canvas");
          [canvas.width, canvas.height] = [image.naturalWidth, image.naturalHeight];
          const drawing = canvas.getContext("2d");
          drawing.drawImage(image, 0, 0);
          return estation.qr(drawing.getImageData(0, 0, canvas.width, canvas.height).data, canvas.width, canvas.height).data;
        })
        """;

    public static async Task<string> ReadCodeAsync(this IPage page, ILocator picture)
    {
        var site = await (await page.APIRequest.GetAsync("/")).TextAsync();
        await page.AddScriptTagAsync(new() { Url = Reader().Match(site).Value });
        return await picture.EvaluateAsync<string>(Read);
    }

    [GeneratedRegex(@"/qr\.[0-9a-f]{12}\.js")]
    private static partial Regex Reader();
}
