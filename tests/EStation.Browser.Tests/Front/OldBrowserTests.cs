using EStation.Browsing.Old;
using EStation.Testing;
using EStation.Trainings;
using EStation.Work;

namespace EStation.Front;

/// <summary>All that a farmer does, and what officials do, in a browser of 2018.</summary>
public class OldBrowserTests(TestStorage storage)
{
    private const string Title = "水稻旱育秧技术培训";
    private static readonly FarmersWalk Walk = new(OldChromium.Version);

    [Fact]
    public async Task A_farmer_signs_in_sits_the_contest_practises_signs_up_and_watches()
    {
        await using var host = await FarmersWalk.PrepareAsync(storage);
        await using var browser = await OldChromium.StartAsync();
        await using var phone = await OldPhone.OpenAsync(browser);
        await Walk.GoAsync(host, phone);
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
            await Walk.PictureAsync(phone, route.Split('/')[0]);
        }

        phone.HasNoComplaints();
    }
}
