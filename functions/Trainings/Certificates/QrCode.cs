using System.Globalization;
using System.Text;
using QRCoder;

namespace EStation.Trainings.Certificates;

/// <summary>A text as a QR code, drawn as one path.</summary>
public sealed class QrCode
{
    private readonly List<System.Collections.BitArray> modules;

    public QrCode(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        modules = data.ModuleMatrix;
    }

    /// <summary>In modules, with the quiet zone around.</summary>
    public int Size => modules.Count;

    /// <summary>The dark modules as a path of SVG; a module is 1 wide.</summary>
    public string Path
    {
        get
        {
            var path = new StringBuilder();
            for (var y = 0; y < Size; y++)
            {
                for (var x = 0; x < Size; x++)
                {
                    var from = x;
                    while (x < Size && modules[y][x])
                        x++;
                    if (x > from)
                        path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
                }
            }

            return path.ToString();
        }
    }

    public string ToSvg() =>
        $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Size} {Size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{Size}v{Size}H0z"/><path d="{Path}"/></svg>""";
}
