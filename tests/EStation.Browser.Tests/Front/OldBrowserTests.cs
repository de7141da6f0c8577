using EStation.Browsing;
using EStation.Browsing.Old;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;
using EStation.Work;

namespace EStation.Front;

/// <summary>All that a farmer does, in a browser of 2018. With <c>PICTURES</c> set to a folder, screens are kept there.</summary>
public class OldBrowserTests(TestStorage storage)
{
    private const string Title = "水稻旱育秧技术培训";
    private const string Film = "水稻育秧";

    [Fact]
    public async Task A_farmer_signs_in_sits_the_contest_practises_signs_up_and_watches()
    {
        await using var host = await Stage.StartAsync(storage);
        await Stage.PublishAsync(host, await Stage.ReviewerAsync(host), title: Film);
        await Announced.TrainingAsync(host, await Office.WithRoleAsync(host), Title);
        await using var browser = await OldChromium.StartAsync();
        await using var phone = await OldPhone.OpenAsync(browser);

        await phone.GoAsync(host.Http.BaseAddress!);
        await phone.SeesAsync("吉林省农民科学素质网络竞赛");
        await PictureAsync(phone, "home");
        await SignInAsync(host, phone);
        await SitAsync(host, phone);
        await PractiseAsync(phone);
        await SignUpAsync(phone);
        await WatchAsync(phone);
        phone.HasNoComplaints();
    }

    [Fact]
    public async Task What_village_officials_do_opens_too()
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var training = await Announced.TrainingAsync(host, official, Title);
        await using var browser = await OldChromium.StartAsync();
        await using var phone = await OldPhone.OpenAsync(browser);
        await phone.GoAsync(host.Http.BaseAddress!);
        await phone.SeesAsync("登录");
        var me = await Farmer.JsonOf(await official.GetAsync("api/me"));
        foreach (var (name, value) in new[] { ("token", official.Token), ("person", official.Id), ("roles", me["roles"]!.ToJsonString()) })
            await phone.EvaluateAsync($"localStorage.setItem('estation.{name}', '{value}')");
        foreach (
            var (route, words) in new[]
            {
                ("work", "上传视频"),
                ("upload", "上传视频"),
                ($"roster/{training}", "下载 Excel 名册"),
                ("announce", "发布培训或活动"),
                ("announce", "发布"),
            }
        )
        {
            await phone.EvaluateAsync($"location.hash = '#/{route}'");
            await phone.SeesAsync(words);
            await PictureAsync(phone, route.Split('/')[0]);
        }

        phone.HasNoComplaints();
    }

    private static async Task SignInAsync(TestHost host, OldPhone phone)
    {
        var number = Farmer.NewPhone();
        await phone.TouchAsync("header a", "登录");
        await phone.TypeAsync("#phone", number);
        await phone.TouchAsync("main button", "获取验证码");
        await phone.SeesAsync(number);
        await phone.TypeAsync("#code", SigningIn.CodeSentTo(host, number));
        await phone.TouchAsync("main button", "登录");

        await phone.TypeAsync("#name", "金顺姬");
        foreach (var step in new[] { "第一步", "第二步", "第三步" })
        {
            await phone.SeesAsync(step);
            await phone.TouchAsync(".pick button");
        }

        await PictureAsync(phone, "profile");
        await phone.TouchAsync("main button", "保存");
        await phone.SeesAsync("已保存。");
        await phone.TouchAsync("main a", "竞赛");
    }

    private static async Task SitAsync(TestHost host, OldPhone phone)
    {
        await phone.TouchAsync("main a", "吉林省农民科学素质网络竞赛");
        await phone.SeesAsync("怎么比");
        await PictureAsync(phone, "contest");
        await phone.TouchAsync("main a", "开始答题");
        for (var question = 1; question <= 8; question++)
        {
            await phone.SeesAsync($"第 {question} 题，共 8 题");
            await phone.TouchAsync(".option");
            await phone.SeesAsync("答案已保存在这部手机上");
            if (question == 2)
                await PictureAsync(phone, "attempt");
            await phone.TouchAsync("main button", question < 8 ? "下一题" : "交卷");
        }

        await phone.SeesAsync("回执");
        await PictureAsync(phone, "result");
        await host.RollUpAsync();
        await phone.TouchAsync("main a", "成绩和名次");
        await phone.SeesAsync("排行榜");
        await phone.SeesAsync("第 1 名，共 1 人");
        await PictureAsync(phone, "board");
    }

    private static async Task PractiseAsync(OldPhone phone)
    {
        await phone.TouchAsync("nav a", "竞赛");
        await phone.TouchAsync("main a", "吉林省农民科学素质网络竞赛");
        await phone.TouchAsync("main a", "练习");
        await phone.TouchAsync(".option");
        await phone.TouchAsync("main button", "看答案");
        await phone.WaitAsync("/答对了|答错了/.test(document.body.innerText)", "a verdict");
        await PictureAsync(phone, "practice");
        await phone.TouchAsync("main button", "下一题");
        await phone.SeesAsync("第 2 题");
    }

    private static async Task SignUpAsync(OldPhone phone)
    {
        await phone.TouchAsync("nav a", "培训活动");
        await phone.SeesAsync(Title);
        await PictureAsync(phone, "trainings");
        await phone.TouchAsync("main a", Title);
        await phone.TouchAsync("main button", "我要报名");
        await phone.SeesAsync("报上名了");
        await phone.TouchAsync("main a", "看入场码");
        await phone.SeesAsync("没有网络也能打开");
        await phone.WaitAsync("document.querySelector('main img').naturalWidth > 100", "a code");
        await PictureAsync(phone, "ticket");
    }

    private static async Task WatchAsync(OldPhone phone)
    {
        await phone.TouchAsync("nav a", "视频");
        await phone.SeesAsync(Film);
        await phone.WaitAsync("document.querySelector('.films img').naturalWidth > 0", "a poster");
        await PictureAsync(phone, "videos");
        await phone.TouchAsync("main h2 a", Film);
        await phone.WaitAsync("document.querySelector('video') && document.querySelector('video').clientHeight > 100", "a player");
        await phone.TouchAsync("main button", "♡ 点赞");
        await PictureAsync(phone, "video");
    }

    private static Task PictureAsync(OldPhone phone, string name) =>
        Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder
            ? phone.PictureAsync(Path.Combine(folder, $"{name}.{OldChromium.Version}.png"))
            : Task.CompletedTask;
}
