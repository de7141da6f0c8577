using System.Globalization;
using System.Security;
using System.Text;

namespace EStation.Trainings.Certificates;

/// <summary>
/// A certificate to be printed, in Chinese and Korean: an SVG of A4 across (a unit is a millimetre), and a page around it. Long titles and
/// names are wrapped and made smaller until they are inside the frame.
/// </summary>
public static class CertificateDrawing
{
    public const string Style = "@page{size:A4 landscape;margin:0}body{margin:0}svg{display:block;width:100%;height:auto}";
    private const string Fonts =
        "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC','Malgun Gothic','Noto Sans KR',sans-serif";
    private const double Middle = 148.5;
    private const double Width = 255;

    /// <summary>Where the sentences are: below the name, above the number.</summary>
    private const double Top = 92;
    private const double Bottom = 150;

    /// <param name="holder">The name as it is to be shown: in full for the holder, masked for others.</param>
    /// <param name="issuer">The county whose science association issues it.</param>
    /// <param name="address">Where the certificate can be checked.</param>
    public static string Svg(Certificate certificate, string holder, Text issuer, string address)
    {
        var qr = new QrCode(address);
        var svg = new StringBuilder();
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210" font-family="{Fonts}" text-anchor="middle">""");
        svg.Append(
            """<path fill="#fff" d="M0 0h297v210H0z"/><rect x="8" y="8" width="281" height="194" fill="none" stroke="#1b5e20" stroke-width="1.5"/>"""
        );
        Write(svg, Middle, 36, 16, "培训结业证书");
        Write(svg, Middle, 48, 8, "교육 수료증");
        Write(svg, Middle, 74, Math.Min(14, Width / TextLines.WidthOf(holder)), holder);
        WriteSentences(svg, certificate);
        Write(svg, Middle, 160, 5.5, $"颁发单位  {issuer.Zh}科学技术协会");
        Write(svg, Middle, 168, 5.5, $"발급기관  {issuer.In(Language.Ko)}과학기술협회");
        Write(svg, Middle, 178, 5.5, $"证书编号 / 증서번호  {CertificateNumbers.Spaced(certificate.Number)}");
        Write(svg, Middle, 186, 5.5, $"颁发日期 / 발급일자  {certificate.IssuedOn}");
        if (!certificate.Valid)
            svg.Append(
                """<g transform="rotate(-20 148 105)" fill="#c62828" opacity=".8"><text x="148" y="110" font-size="34">已撤销 · 취소됨</text></g>"""
            );
        svg.Append(
            $"""<g transform="translate(242 152) scale({36.0 / qr.Size:0.####})" shape-rendering="crispEdges"><path d="{qr.Path}"/></g>"""
        );
        Write(svg, 260, 195, 4, "扫码查验 / QR로 확인");
        return svg.Append("</svg>").ToString();
    }

    public static string Page(Certificate certificate, string holder, Text issuer, string address) =>
        $"""<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{certificate.Number}</title><style>{Style}</style></head><body>{Svg(certificate, holder, issuer, address)}</body></html>""";

    private static void WriteSentences(StringBuilder svg, Certificate certificate)
    {
        var chinese = $"参加“{certificate.Title.Zh}”（{certificate.Programme.Name.Zh}），共 {certificate.Hours} 学时，成绩合格，准予结业。";
        var korean =
            $"“{certificate.Title.In(Language.Ko)}”({certificate.Programme.Name.In(Language.Ko)}) {certificate.Hours}시간의 교육을 수료하였음을 증명합니다.";
        var (lines, size) = TextLines.Fit([chinese, korean], Width, Bottom - Top, largest: 7);
        var y = Top + size;
        foreach (var line in lines)
        {
            Write(svg, Middle, y, size, line);
            y += size * TextLines.Leading;
        }
    }

    private static void Write(StringBuilder svg, double x, double y, double size, string text) =>
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""<text x="{x:0.##}" y="{y:0.##}" font-size="{size:0.##}">{SecurityElement.Escape(text)}</text>"""
        );
}
