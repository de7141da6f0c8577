using System.Globalization;
using EStation.Testing;
using EStation.Work;

namespace EStation.Front;

/// <summary>A village in which something goes on: neighbours who took part, trainings, films, notices.</summary>
/// <param name="Farmer">Who has a place in the first training, and an attempt of today.</param>
/// <param name="Attempt">That attempt.</param>
/// <param name="Trainings">The first has the farmer and neighbours in it.</param>
internal sealed record LivelyVillage(Farmer Farmer, Farmer Official, string Attempt, string[] Trainings, string Film)
{
    private static readonly string[] Neighbours = ["朴永哲", "王小明", "崔明浩", "李秀兰", "赵淑珍", "孙国强"];

    private static readonly (string Zh, string Ko, string Programme)[] Plan =
    [
        ("水稻旱育秧技术培训", "벼 밭모 키우기 기술 강습", "green-certificate"),
        ("玉米病虫害绿色防控", "옥수수 병해충 록색 방제", "new-farmer"),
        ("农村电商直播入门", "농촌 전자상거래 생방송 입문", "e-commerce"),
    ];

    private static readonly string[] Films = ["水稻旱育秧技术", "黄牛冬季饲养", "温室大棚放风"];

    public static async Task<LivelyVillage> InAsync(TestHost host)
    {
        var now = host.Time.GetUtcNow();
        var farmer = await Farmer.SignUpAsync(host, Office.Village, "金顺姬");
        foreach (var (at, name) in Neighbours.Index())
        {
            var neighbour = await Farmer.SignUpAsync(host, Office.Village, name);
            var paper = await neighbour.StartAsync();
            host.Time.Advance(TimeSpan.FromSeconds(70 + (13 * at)));
            (await neighbour.SubmitAsync(paper, Farmer.Guess(paper, option: at))).EnsureSuccessStatusCode();
        }

        var mine = await farmer.StartAsync();
        host.Time.Advance(TimeSpan.FromSeconds(95));
        (await farmer.SubmitAsync(mine, Farmer.Guess(mine, option: 1))).EnsureSuccessStatusCode();

        var official = await Office.WithRoleAsync(host);
        var trainings = new List<string>();
        foreach (var (at, (zh, ko, programme)) in Plan.Index())
            trainings.Add(await AnnounceAsync(host, official, zh, ko, programme, days: 3 + (4 * at)));
        (await farmer.PostAsync($"api/trainings/{trainings[0]}/enrolments")).EnsureSuccessStatusCode();
        foreach (var name in Neighbours)
            (
                await (await Farmer.SignUpAsync(host, Office.Village, name)).PostAsync($"api/trainings/{trainings[0]}/enrolments")
            ).EnsureSuccessStatusCode();

        var reviewer = await Office.WithRoleAsync(host, "reviewer", "22");
        var film = "";
        foreach (var title in Films)
            await reviewer.DecideAsync(film = await farmer.SubmitVideoAsync(title), "publish");
        await (await Farmer.SignUpAsync(host, Office.Village)).SubmitVideoAsync("人参种植要点");
        await host.RollUpAsync(); // how many a notice reaches is counted
        (
            await official.PostAsync(
                "api/notices",
                new
                {
                    title = new { zh = "周六上午放农技电影", ko = "토요일 오전 농업기술 영화 상영" },
                    text = new { zh = "九点在e站，欢迎带上邻居。", ko = "9시 e역에서 상영합니다. 이웃과 함께 오세요." },
                    places = new[] { Office.Village },
                    channel = "inbox",
                }
            )
        ).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        return new(farmer, official, (string)mine["attempt"]!, [.. trainings], film);
    }

    private static async Task<string> AnnounceAsync(TestHost host, Farmer official, string zh, string ko, string programme, int days)
    {
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(days).AddHours(9);
        var announced = await Farmer.JsonOf(
            await official.PostAsync(
                "api/trainings",
                new
                {
                    programme,
                    kind = "training",
                    title = new { zh, ko },
                    description = new
                    {
                        zh = "讲课两小时，下午到田里看。请带笔和水。",
                        ko = "두시간 강의하고 오후에 논밭에서 봅니다. 필기구와 물을 가져오세요.",
                    },
                    village = Office.Village,
                    capacity = 30,
                    hours = 3,
                    contact = string.Create(CultureInfo.InvariantCulture, $"0431-8123{days:D4}"),
                    sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } },
                    signUpOpensAt = host.Time.GetUtcNow().AddHours(-1),
                    signUpClosesAt = start.AddHours(-12),
                }
            )
        );
        return (string)announced["id"]!;
    }
}
