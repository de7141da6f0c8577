using EStation.Browsing;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;
using EStation.Work;

namespace EStation.Front;

/// <summary>All that a farmer does. With <c>PICTURES</c> set to a folder, screens are kept there.</summary>
/// <param name="browser">Its name in those files.</param>
internal sealed class FarmersWalk(string browser)
{
    private const string Title = "水稻旱育秧技术培训";
    private const string Film = "水稻育秧";

    /// <summary>A host with a film and a training.</summary>
    public static async Task<TestHost> PrepareAsync(TestStorage storage)
    {
        var host = await Stage.StartAsync(storage);
        await Stage.PublishAsync(host, await Stage.ReviewerAsync(host), title: Film);
        await Announced.TrainingAsync(host, await Office.WithRoleAsync(host), Title);
        return host;
    }

    public async Task GoAsync(TestHost host, Handset phone)
    {
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

    public Task PictureAsync(Handset phone, string name) =>
        Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder
            ? phone.PictureAsync(Path.Combine(folder, $"{name}.{browser}.png"))
            : Task.CompletedTask;

    private async Task SignInAsync(TestHost host, Handset phone)
    {
        var number = Farmer.NewPhone();
        await phone.TouchAsync("header a", "登录");
        await phone.TypeAsync("#phone", number);
        await phone.TouchAsync("main button", "获取验证码");
        await phone.SeesAsync(number);
        await phone.TypeAsync("#code", SigningIn.CodeSentTo(host, number));
        await phone.TouchAsync("main button", "登录");

        await phone.TypeAsync("#name", "金顺姬");
        foreach (var step in new[] { "选择市（州）", "选择县（市、区）", "选择乡镇", "选择村" })
        {
            await phone.SeesAsync(step);
            await phone.TouchAsync(".picker .list button");
        }

        await phone.TouchAsync("main label", "我看过了，同意隐私说明和使用约定");
        await PictureAsync(phone, "profile");
        await phone.TouchAsync("main button", "保存，继续");
    }

    private async Task SitAsync(TestHost host, Handset phone)
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

    private async Task PractiseAsync(Handset phone)
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

    private async Task SignUpAsync(Handset phone)
    {
        await phone.TouchAsync("nav a", "培训");
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

    private async Task WatchAsync(Handset phone)
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
}
