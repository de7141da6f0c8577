using System.Globalization;
using System.Text;

namespace EStation.Benchmarks;

internal static class Chart
{
    private const int Width = 860;
    private const int Left = 260;
    private const int Right = 90;
    private const int Line = 22;
    private const int Gap = 14;
    private static readonly string[] Colours = ["#b7c4bc", "#7fb89a", "#0b6b3a"];

    public static string Draw(IReadOnlyList<Bar> bars)
    {
        var most = bars.Max(bar => bar.Value);
        var body = new StringBuilder();
        var y = Gap;
        foreach (var group in bars.GroupBy(bar => bar.Group))
        {
            body.Append(CultureInfo.InvariantCulture, $"<text x=\"12\" y=\"{y + 15}\" font-weight=\"600\">{group.Key}</text>\n");
            foreach (var (at, bar) in group.Index())
            {
                var width = Math.Max(1, (Width - Left - Right) * bar.Value / most);
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left - 8}\" y=\"{y + 15}\" text-anchor=\"end\">{bar.Name}</text>");
                body.Append(
                    CultureInfo.InvariantCulture,
                    $"<rect x=\"{Left}\" y=\"{y + 2}\" width=\"{width:F0}\" height=\"{Line - 4}\" rx=\"2\" fill=\"{Colours[at % Colours.Length]}\"/>"
                );
                body.Append(CultureInfo.InvariantCulture, $"<text x=\"{Left + width + 6:F0}\" y=\"{y + 15}\">{bar.Value:N0}/s</text>\n");
                y += Line;
            }

            y += Gap;
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {y}\" font-family=\"sans-serif\" font-size=\"14\" fill=\"#1d2b24\" role=\"img\" aria-label=\"Records a second\">\n<rect width=\"{Width}\" height=\"{y}\" fill=\"#fff\"/>\n{body}</svg>\n"
        );
    }
}
