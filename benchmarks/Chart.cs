using System.Globalization;
using System.Text;

namespace EStation.Benchmarks;

/// <summary>Horizontal bars as SVG.</summary>
internal static class Chart
{
    private const int Label = 330;
    private const int Width = 860;
    private const int Line = 28;

    public static string Draw(IEnumerable<(string Name, double Value, string Unit)> bars)
    {
        var all = bars.ToList();
        var most = all.Count == 0 ? 1 : all.Max(bar => bar.Value);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {(all.Count * Line) + 10}\" font-family=\"sans-serif\" font-size=\"14\" role=\"img\" aria-label=\"Benchmarks\">\n");
        foreach (var (at, (name, value, unit)) in all.Index())
        {
            var y = (at * Line) + 5;
            var width = Math.Max(1, (Width - Label - 130) * value / most);
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Label - 8}\" y=\"{y + 16}\" text-anchor=\"end\">{name}</text>");
            svg.Append(CultureInfo.InvariantCulture, $"<rect x=\"{Label}\" y=\"{y}\" width=\"{width:F0}\" height=\"{Line - 8}\" fill=\"#0b6b3a\"/>");
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Label + width + 6:F0}\" y=\"{y + 16}\">{value:N0} {unit}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}
