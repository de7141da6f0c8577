using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>At the door: tickets before the camera, with and without a network.</summary>
public class ScanningTests(TestStorage storage, Browser browser)
{
    /// <summary>At the office: the page, its part and the reader of codes are in the cache of the worker.</summary>
    private const string KeptForTheVillage =
        "async () => (await Promise.all([...document.scripts].filter(script => script.src).map(script => caches.match(script.src)))).filter(Boolean).length === 2";

    private const string Received = "本机扫了 3 张，服务器已收到 2 张，还有 0 张待发送。";

    [Fact]
    public async Task Tickets_scanned_without_a_network_survive_a_reload_arrive_once_and_a_foreign_one_is_named()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var (training, other) = (
            await Announced.TrainingAsync(host, official, "水稻育秧"),
            await Announced.TrainingAsync(host, official, "果树剪枝")
        );
        var (first, second, foreign) = (
            await Announced.TicketAsync(host, training, "王小明"),
            await Announced.TicketAsync(host, training, "朴金花"),
            await Announced.TicketAsync(host, other, "金哲")
        );
        var film = Path.Combine(Path.GetTempPath(), $"tickets-{training}.y4m");
        TicketFilm.Write(film, first, second, foreign);
        await using var phone = await browser.PhoneWithCameraAsync(host.Http.BaseAddress!, film, official);
        var page = await phone.OpenAsync($"manage/{training}");
        await page.WaitForFunctionAsync(KeptForTheVillage);
        await page.GetByRole(AriaRole.Link, new() { Name = "第 1 次课" }).ClickAsync();
        await page.SeesAsync("王小明 到了");

        await phone.SetOfflineAsync(true);
        await page.PushAsync("打开相机扫码");
        await page.SeesAsync("本机扫了 3 张，服务器已收到 0 张，还有 3 张待发送。");
        await page.SeesAsync("没有网络，扫码照常，网络恢复后自动发送。");
        await page.HasNoViolationsAsync();
        await page.PushAsync("关闭相机");
        await page.ReloadAsync(); // from what the phone has kept
        await page.SeesAsync("没有网络，用的是");
        await page.SeesAsync("还有 3 张待发送。");

        await phone.SetOfflineAsync(false);
        await page.SeesAsync(Received);
        await page.SeesAsync("服务器上这次课到场 2 人。");
        await page.SeesAsync("服务器不认的票（1 张）");
        await page.SeesAsync($"末尾 …{foreign[^8..]}");
        await page.ReloadAsync();
        await page.SeesAsync(Received);
        await page.PushAsync("打开相机扫码");
        await page.SeesAsync("之前已经扫过");
        await page.SeesAsync(Received);
        var roster = await Farmer.JsonOf(await official.GetAsync($"api/trainings/{training}/enrolments"));
        Assert.All(roster["items"]!.AsArray(), entry => Assert.Equal([1], entry!["sessions"]!.AsArray().Select(session => (int)session!)));
        File.Delete(film);
    }

    [Fact]
    public async Task A_photo_of_a_ticket_does_where_the_camera_may_not_be_used()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var training = await Announced.TrainingAsync(host, official, "水稻育秧");
        var ticket = await Announced.TicketAsync(host, training, "王小明");
        using var code = QRCoder.QRCodeGenerator.GenerateQrCode(ticket, QRCoder.QRCodeGenerator.ECCLevel.M);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: official);
        await phone.AddInitScriptAsync(
            "if (navigator.mediaDevices) navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('', 'NotAllowedError'))"
        );
        var page = await phone.OpenAsync($"scan/{training}/1");
        await page.PushAsync("打开相机扫码");
        await page.SeesAsync("打不开相机。");
        await page.GetByLabel("拍一张票的照片")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "ticket.png",
                    MimeType = "image/png",
                    Buffer = new QRCoder.PngByteQRCode(code).GetGraphic(5),
                }
            );
        await page.SeesAsync("王小明，已扫到");
        await page.SeesAsync("服务器上这次课到场 1 人。");
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task A_browser_that_reads_codes_itself_fetches_no_reader()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var training = await Announced.TrainingAsync(host, official, "水稻育秧");
        var ticket = await Announced.TicketAsync(host, training, "王小明");
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", official);
        await phone.AddInitScriptAsync(
            $"globalThis.BarcodeDetector = class {{ static getSupportedFormats = async () => ['qr_code']; detect = async () => [{{ rawValue: '{ticket}' }}]; }}"
        );
        var page = await phone.OpenAsync($"scan/{training}/1");
        await page.PushAsync("카메라 열기");
        await page.SeesAsync("王小明, 스캔됨");
        await page.SeesAsync("서버 기준 이 회차 출석 1명.");
        Assert.True(await page.EvaluateAsync<bool>("() => !globalThis.estation.qr"));
        await page.HasNoViolationsAsync();
    }
}
