using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Web;
using EStation.Browsing;
using EStation.Testing;
using EStation.Work;
using Microsoft.Playwright;
using Clip = EStation.Testing.Clip;

namespace EStation.Showcase;

/// <summary>A film's way from an official's phone to the reviewers and back.</summary>
public partial class UploadingTests(TestStorage storage, Browser browser)
{
    private const int Size = 6_000_000;

    // Slow enough that a busy machine can interrupt before all has arrived.
    private const int BytesPerSecond = 500_000;
    private const int Crawl = 1_000;
    private const int MostBytes = 100_000;
    private const int LargestRead = 4 * 1024 * 1024;

    [Fact]
    public async Task A_film_arrives_over_two_interruptions_and_its_bytes_pass_us_by()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        using var film = new FilmFile("水稻育秧.mp4", Clip.FieldOf(Size));
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: official);
        await phone.AddInitScriptAsync(
            "const read = Response.prototype.arrayBuffer; globalThis.largest = 0; Response.prototype.arrayBuffer = async function () { const bytes = await read.call(this); largest = Math.max(largest, bytes.byteLength); return bytes; };"
        );
        var sent = new Sent(phone, host.Http.BaseAddress!);
        var page = await phone.OpenAsync("upload");
        await page.ChooseAsync("选择视频（MP4，H.264）", film.Path);
        await Assertions.Expect(page.GetByAltText("封面图")).ToBeVisibleAsync();
        await page.EnterAsync("标题", "水稻育秧");
        await page.EnterAsync("内容介绍", "育秧的三个要点");
        await page.HasNoViolationsAsync();
        host.Meter.Reset();
        var network = await Network.OfAsync(page);
        await network.SlowAsync(BytesPerSecond);
        await page.PushAsync("开始上传");

        await HasSentAsync(page, 0.1);
        await network.OffAsync();
        await page.SeesAsync("没有网络，恢复后自动继续，已上传的不会丢。");
        await page.HasNoViolationsAsync();
        await network.SlowAsync(BytesPerSecond);
        await HasSentAsync(page, 0.35);
        await network.SlowAsync(Crawl); // so that the button is not replaced while it is pushed
        await page.PushAsync("暂停");
        await page.SeesAsync("已暂停。");
        await page.ReloadAsync();

        await page.SeesAsync("请再选一次同一个文件，接着传：水稻育秧.mp4");
        await page.HasNoViolationsAsync();
        using var other = new FilmFile("别的.mp4", Clip.FieldOf(Size - 1));
        await page.ChooseAsync("选择视频（MP4，H.264）", other.Path);
        await page.SeesAsync("这不是之前的文件。");
        var before = sent.ToStorage;
        await page.ChooseAsync("选择视频（MP4，H.264）", film.Path);
        await page.SeesAsync("是同一个文件，接着上传。");
        await network.SlowAsync(-1);
        await page.PushAsync("继续上传");
        await page.SeesAsync("已提交，等待审核。");

        Assert.InRange(sent.ToStorage - before, 1, (int)(Size * 0.9)); // what had arrived was not sent again
        Assert.InRange(await page.EvaluateAsync<int>("largest"), 1, LargestRead);
        Assert.InRange(sent.ToUs + host.Meter.Bytes, 1, MostBytes);
        Assert.Subset(HeadersThatAzureAllows(), sent.HeadersToStorage);
        TestContext.Current.SendDiagnosticMessage($"6 MB: {sent.ToUs} bytes sent to us, {host.Meter.Bytes} between us and storage");
        await page.FollowAsync("我的视频");
        await page.SeesAsync("审核中");
        await page.HasNoViolationsAsync();
    }

    [Fact]
    public async Task What_reviewers_said_is_shown_and_can_be_mended()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var reviewer = await Office.WithRoleAsync(host, "reviewer", "2201", "审核员");
        var id = await official.SubmitVideoAsync();
        await Farmer.JsonOf(await reviewer.DecideAsync(id, "return", "第 20 秒的用药量有误，请改正。"));
        using var film = new FilmFile("改好的.mp4", Clip.FieldOf(60_000));
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: official);
        var page = await phone.OpenAsync("my-videos");
        await page.SeesAsync("第 20 秒的用药量有误，请改正。");
        await page.HasNoViolationsAsync();
        await page.FollowAsync("修改后再传");
        await page.ChooseAsync("选择视频（MP4，H.264）", film.Path);
        await page.PushAsync("改用这个文件，从头上传");
        await page.SeesAsync("已提交，等待审核。");
        await page.FollowAsync("我的视频");
        await page.SeesAsync("审核中");
        await page.PushAsync("删除“水稻育秧”");
        await page.PushAsync("确定");
        await page.SeesAsync("还没有上传过视频。");
    }

    [Fact]
    public async Task What_the_server_finds_wrong_is_said_in_Korean_and_another_file_is_taken()
    {
        await using var host = await Office.OpenAsync(storage);
        using var hevc = new FilmFile("hevc.mp4", Clip.Read("hevc.mp4"));
        using var film = new FilmFile("h264.mp4", Clip.Field);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, "ko", await Office.WithRoleAsync(host));
        var page = await phone.OpenAsync("upload");
        await page.ChooseAsync("영상 선택(MP4, H.264)", hevc.Path);
        await page.SeesAsync("이 휴대전화에서 재생할수 없는 영상입니다.");
        await page.GetByLabel("표지 사진 고르기")
            .SetInputFilesAsync(
                new FilePayload
                {
                    Name = "poster.jpg",
                    MimeType = "image/jpeg",
                    Buffer = Clip.Poster,
                }
            );
        await Assertions.Expect(page.GetByAltText("표지 그림")).ToBeVisibleAsync();
        await page.EnterAsync("제목", "벼모 키우기");
        await page.EnterAsync("내용 소개", "세 가지 요점");
        await page.HasNoViolationsAsync();
        await page.PushAsync("올리기 시작");
        await page.SeesAsync("HEVC(H.265) 동영상은 많은 휴대전화에서 재생되지 않습니다.");
        await page.HasNoViolationsAsync();
        await page.PushAsync("다른 영상 파일로 바꾸기");
        await page.ChooseAsync("영상 선택(MP4, H.264)", film.Path);
        await page.PushAsync("이 파일로 바꾸어 처음부터 올리기");
        await page.SeesAsync("제출했습니다. 심사를 기다립니다.");
    }

    private static async Task HasSentAsync(IPage page, double share) =>
        await page.WaitForFunctionAsync(
            "share => { const bar = document.querySelector('progress'); return bar && bar.value >= share * bar.max; }",
            share,
            new() { PollingInterval = 50 }
        );

    /// <summary>Azurite is told to allow everything; what Azure allows is in <c>infra/</c>.</summary>
    private static HashSet<string> HeadersThatAzureAllows()
    {
        var storage = File.ReadAllText(Path.Combine(SourceTree.Root, "infra/modules/media.bicep"));
        var allowed = AllowedHeaders().Match(storage).Groups[1].Value;
        return [.. allowed.Split('\n').Select(line => line.Trim().Trim('\'')).Where(name => name.Length > 0)];
    }

    [GeneratedRegex(@"allowedHeaders: \[([^\]]*)\]")]
    private static partial Regex AllowedHeaders();

    /// <summary>A film on the phone.</summary>
    private sealed class FilmFile : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("film");

        public FilmFile(string name, byte[] bytes)
        {
            Path = System.IO.Path.Combine(folder.FullName, name);
            File.WriteAllBytes(Path, bytes);
        }

        public string Path { get; }

        public void Dispose() => folder.Delete(recursive: true);
    }

    /// <summary>What a phone sends in bodies: to us, and to storage.</summary>
    private sealed class Sent
    {
        private int toUs;
        private int toStorage;

        public Sent(IBrowserContext phone, Uri us) =>
            phone.RequestFinished += (_, request) =>
            {
                if (new Uri(request.Url).Authority == us.Authority)
                    Interlocked.Add(ref toUs, request.PostDataBuffer?.Length ?? 0);
                else if (request.Method == "PUT")
                    Put(request);
            };

        /// <summary>Those that a browser asks storage's leave for.</summary>
        public HashSet<string> HeadersToStorage { get; } = [];

        public int ToUs => toUs;

        public int ToStorage => toStorage;

        private void Put(IRequest request)
        {
            lock (HeadersToStorage)
                HeadersToStorage.UnionWith(
                    request.Headers.Keys.Where(name =>
                        name.StartsWith("x-ms-", StringComparison.Ordinal) || name is "content-type" or "content-md5"
                    )
                );
            if (request.Headers.ContainsKey("content-md5"))
                Interlocked.Add(ref toStorage, SizeIn(request.Url));
        }

        // Blocks say themselves how large they are.
        private static int SizeIn(string url)
        {
            var id = HttpUtility.ParseQueryString(new Uri(url).Query)["blockid"]!;
            return int.Parse(Encoding.ASCII.GetString(Convert.FromBase64String(id)).Split('-')[2], CultureInfo.InvariantCulture);
        }
    }
}
