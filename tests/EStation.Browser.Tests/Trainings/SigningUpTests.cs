using EStation.Browsing;
using EStation.Testing;
using Microsoft.Playwright;

namespace EStation.Trainings;

/// <summary>A farmer's way to a place in a training, on a phone.</summary>
public class SigningUpTests(TestStorage storage, Browser browser)
{
    private static readonly string[] Jilin = ["22"];
    private static readonly string[] HanAndKorean = ["01", "10"];

    [Theory]
    [InlineData(
        "zh",
        "水稻病虫害绿色防控",
        "还有 2 个名额",
        "我要报名",
        "报上名了",
        "看入场码",
        "看这次培训",
        "取消报名: 王**",
        "确定取消",
        "已取消报名"
    )]
    [InlineData(
        "ko",
        "벼 병해충 친환경 방제",
        "2자리 남음",
        "신청하기",
        "자리가 확정되였습니다",
        "입장권 보기",
        "이 교육 보기",
        "신청 취소: 王**",
        "취소하기",
        "신청이 취소되였습니다"
    )]
    public async Task A_training_near_home_is_found_a_place_taken_and_given_back(
        string language,
        string title,
        string left,
        string signUp,
        string confirmed,
        string ticket,
        string training,
        string withdraw,
        string yes,
        string withdrawn
    )
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, farmer);
        var page = await phone.OpenAsync("trainings");
        await page.SeesAsync(left);
        await page.HasNoViolationsAsync();
        await page.Link(title).ClickAsync();
        await page.Button(signUp).ClickAsync();
        await page.SeesAsync(confirmed);
        await page.HasNoViolationsAsync();
        Assert.Equal((1, 0), await held.CountAsync());

        await page.Link(ticket).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Img)).ToBeVisibleAsync();
        await page.HasNoViolationsAsync();
        await page.Link(training).ClickAsync();
        await page.SeesAsync(confirmed);
        await page.GotoAsync("/#/my-trainings");
        await page.SeesAsync(confirmed);
        await page.HasNoViolationsAsync();
        await page.Link(title).ClickAsync();
        await page.Button(withdraw).ClickAsync();
        await page.Button(yes).ClickAsync();
        await page.SeesAsync(withdrawn);
        Assert.Equal((0, 0), await held.CountAsync());
    }

    [Theory]
    [InlineData("zh", "我要报名", "仅限男性报名。", "须年满 60 周岁。")]
    [InlineData("ko", "신청하기", "남성만 신청할수 있습니다.", "만 60세 이상이여야 합니다.")]
    public async Task Rules_that_refuse_are_told_in_the_language_of_the_reader(string language, string signUp, string men, string age)
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(
            host,
            change: form =>
            {
                form["eligibility"] = new
                {
                    gender = "1",
                    minAge = 60,
                    regions = Jilin,
                    ethnicGroups = HanAndKorean,
                };
                return form;
            }
        );
        var woman = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, woman);
        var page = await phone.OpenAsync($"trainings/{held.Id}");
        await page.Button(signUp).ClickAsync();
        await page.SeesAsync(men);
        await page.SeesAsync(age);
        await page.HasNoViolationsAsync();
        Assert.Equal((0, 0), await held.CountAsync());
    }

    [Fact]
    public async Task Who_signs_up_while_the_network_drops_is_told_what_is_known_and_signed_up_once()
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(
            host.Http.BaseAddress!,
            "zh",
            farmer,
            options => options.ServiceWorkers = ServiceWorkerPolicy.Block
        );
        var page = await phone.OpenAsync($"trainings/{held.Id}");
        await Assertions.Expect(page.Button("我要报名")).ToBeVisibleAsync();
        await phone.SetOfflineAsync(true);
        await page.Button("我要报名").ClickAsync();
        await page.SeesAsync("还不知道报名有没有收到");
        await page.HasNoViolationsAsync();

        // First the server is busy; what gets through then is stored, and its answer lost.
        var tries = 0;
        await page.RouteAsync(
            "**/enrolments?*",
            async route =>
            {
                switch (route.Request.Method == "POST" ? Interlocked.Increment(ref tries) : 0)
                {
                    case 1:
                        await route.FulfillAsync(
                            new()
                            {
                                Status = 503,
                                Body = "{}",
                                Headers = [new("Retry-After", "1")],
                            }
                        );
                        break;
                    case 2:
                        await route.FetchAsync();
                        await route.AbortAsync();
                        break;
                    default:
                        await route.ContinueAsync();
                        break;
                }
            }
        );
        await phone.SetOfflineAsync(false);
        await page.SeesAsync("报上名了");
        await page.SeesAsync("还有 1 个名额");
        Assert.True(tries >= 3, $"{tries} tries");
        Assert.Equal((1, 0), await held.CountAsync());
        await Assertions.Expect(page.GetByText("还不知道")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_household_signs_up_together_and_everybody_sees_how_it_stands_also_after_a_reload()
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, owner: farmer);
        var page = await phone.OpenAsync($"trainings/{held.Id}");
        await page.Button("和家里人一起报名").ClickAsync();
        await page.Button("再加一个人").ClickAsync();
        await FillAsync(1, "李大山", "12345");
        await FillAsync(2, "赵小花", Farmer.NewPhone());
        await page.Button("一起报名").ClickAsync();
        await page.SeesAsync("请填 11 位手机号。");
        await page.HasNoViolationsAsync();
        Assert.Equal((0, 0), await held.CountAsync());

        await FillAsync(1, "李大山", Farmer.NewPhone());
        await page.Button("一起报名").ClickAsync();
        await SeesAllAsync();
        await page.ReloadAsync();
        await SeesAllAsync();
        await page.HasNoViolationsAsync();

        // The relative who has a place gives it back: the other one moves up.
        await page.Button("取消报名: 李**").ClickAsync();
        await page.Button("确定取消").ClickAsync();
        await Assertions.Expect(page.GetByText("赵**: ✓ 报上名了")).ToBeVisibleAsync();
        Assert.Equal((2, 0), await held.CountAsync());

        async Task FillAsync(int number, string name, string phoneNumber)
        {
            var relative = page.GetByRole(AriaRole.Group, new() { Name = $"家里人 {number}" });
            await relative.GetByLabel("姓名").FillAsync(name);
            await relative.GetByLabel("手机号").FillAsync(phoneNumber);
        }

        async Task SeesAllAsync()
        {
            await Assertions.Expect(page.GetByText("王**: ✓ 报上名了")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("李**: ✓ 报上名了")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByText("赵**: … 候补第 1 位")).ToBeVisibleAsync();
        }
    }

    [Fact]
    public async Task Visitors_look_around_elsewhere_and_are_asked_to_sign_in_only_to_sign_up()
    {
        await using var host = await Class.HostAsync(storage);
        var held = await Class.AnnounceAsync(host);
        for (var number = 0; number < 20; number++)
        {
            await Farmer.JsonOf(
                await held.Official.PostAsync(
                    "api/trainings",
                    Class.Form(
                        host,
                        change: form =>
                        {
                            (form["village"], form["title"], form["programme"]) = (
                                "222401001001",
                                new { zh = number == 0 ? "延边黄牛养殖" : $"科普讲座第 {number} 场" },
                                "spark"
                            );
                            return form;
                        }
                    )
                )
            );
        }

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!);
        var page = await phone.OpenAsync("trainings");
        await Assertions.Expect(page.Locator(".card h2")).ToHaveCountAsync(20);
        await page.Button("再看一些").ClickAsync();
        await Assertions.Expect(page.Locator(".card h2")).ToHaveCountAsync(21);
        await page.SeesAsync("延边黄牛养殖");
        await page.SeesAsync("水稻病虫害绿色防控");
        await page.GetByText("筛选").ClickAsync();
        await page.GetByLabel("市（州）").SelectOptionAsync("2201");
        await Assertions.Expect(page.GetByText("延边黄牛养殖")).ToBeHiddenAsync();
        await page.SeesAsync("水稻病虫害绿色防控");
        await page.HasNoViolationsAsync();
        await page.GetByLabel("项目").SelectOptionAsync("spark");
        await page.SeesAsync("这里近期没有培训和活动");
        await page.GetByLabel("项目").SelectOptionAsync("");
        await page.Link("水稻病虫害绿色防控").ClickAsync();
        await page.Button("登录后报名").ClickAsync();
        await Assertions.Expect(page.GetByLabel("手机号")).ToBeVisibleAsync();
        var calendar = await page.RunAndWaitForDownloadAsync(() => page.Link("加到手机日历").ClickAsync());
        Assert.Equal($"{held.Id}.ics", calendar.SuggestedFilename);
    }
}
