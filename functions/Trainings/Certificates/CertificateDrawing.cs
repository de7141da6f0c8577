using System.Security;
using System.Text;

namespace EStation.Trainings;

/// <summary>A certificate to be printed, in Chinese and Korean: an SVG of A4 across, and a page around it.</summary>
public static class CertificateDrawing
{
    public const string Style = "@page{size:A4 landscape;margin:0}body{margin:0}svg{display:block;width:100%;height:auto}";
    private const string Fonts =
        "'Noto Sans CJK SC','Noto Sans SC','Microsoft YaHei','PingFang SC','Malgun Gothic','Noto Sans KR',sans-serif";

    /// <param name="holder">The name as it is to be shown: in full for the holder, masked for others.</param>
    /// <param name="address">Where the certificate can be checked.</param>
    public static string Svg(Certificate certificate, string holder, string address)
    {
        var qr = new QrCode(address);
        var svg = new StringBuilder();
        svg.Append($"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 297 210" font-family="{Fonts}" text-anchor="middle">""");
        svg.Append(
            """<path fill="#fff" d="M0 0h297v210H0z"/><rect x="8" y="8" width="281" height="194" fill="none" stroke="#1b5e20" stroke-width="1.5"/>"""
        );
        Write(svg, 40, 16, "培训结业证书");
        Write(svg, 52, 8, "교육 수료증");
        Write(svg, 78, 14, holder);
        Write(
            svg,
            96,
            7,
            $"参加“{certificate.Title.Zh}”（{certificate.Programme.Name.Zh}），共 {certificate.Hours} 学时，成绩合格，准予结业。"
        );
        Write(
            svg,
            108,
            6,
            $"“{certificate.Title.In(Language.Ko)}”({certificate.Programme.Name.In(Language.Ko)}) {certificate.Hours}시간의 교육을 수료하였음을 증명합니다."
        );
        Write(svg, 130, 6, $"证书编号 / 증서번호  {certificate.Number}");
        Write(svg, 140, 6, $"颁发日期 / 발급일자  {certificate.IssuedOn}");
        if (!certificate.Valid)
            svg.Append(
                """<g transform="rotate(-20 148 105)" fill="#c62828" opacity=".8"><text x="148" y="110" font-size="34">已撤销 · 취소됨</text></g>"""
            );
        svg.Append(
            $"""<g transform="translate(128 148) scale({40.0 / qr.Size:0.####})" shape-rendering="crispEdges"><path d="{qr.Path}"/></g>"""
        );
        Write(svg, 194, 5, "扫码查验 / QR로 확인");
        return svg.Append("</svg>").ToString();
    }

    public static string Page(Certificate certificate, string holder, string address) =>
        $"""<!doctype html><html lang="zh"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>{certificate.Number}</title><style>{Style}</style></head><body>{Svg(certificate, holder, address)}</body></html>""";

    private static void Write(StringBuilder svg, int y, int size, string text) =>
        svg.Append($"""<text x="148.5" y="{y}" font-size="{size}">{SecurityElement.Escape(text)}</text>""");
}
