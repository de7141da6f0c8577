using EStation.Browsing;
using EStation.Testing;
using EStation.Trainings;
using EStation.Work;

namespace EStation.Front;

/// <summary>Pictures of what officials work with; see <see cref="ScreenshotsTests"/>.</summary>
public class ScreenshotsOfOfficialsTests(TestStorage storage, Browser browser)
{
    private static readonly string[] Villagers = ["朴永哲", "王小明", "崔明浩", "李秀兰"];

    [Theory(Explicit = true)]
    [InlineData("zh")]
    [InlineData("ko")]
    public async Task Are_taken(string language)
    {
        await using var host = await Office.OpenAsync(storage);
        var official = await Office.WithRoleAsync(host);
        var training = await Announced.TrainingAsync(host, official, "水稻病虫害绿色防控", "벼 병해충 친환경 방제");
        var tickets = new List<string>();
        foreach (var villager in Villagers)
            tickets.Add(await Announced.TicketAsync(host, training, villager));
        (
            await official.PutAsync($"api/trainings/{training}/sessions/1/attendance", new { tickets = tickets[..2] })
        ).EnsureSuccessStatusCode();
        await host.RollUpAsync();

        await using var phone = await browser.PhoneAsync(host.Http.BaseAddress!, language, official);
        foreach (
            var (route, there) in new[]
            {
                ("work", ".menu"),
                ("announce", ".picker"),
                ($"roster/{training}", ".people"),
                ($"scan/{training}/1", ".people"),
                ("upload", "form"),
                ($"report/{Office.Village}", ".report"),
            }
        )
            await ScreenshotsTests.PictureAsync(await phone.NewPageAsync(), $"{route.Split('/')[0]}.{language}", route, there);
    }
}
