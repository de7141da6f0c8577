using System.Net;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>What a training says of itself, its questions, its selection, its copies and its messages.</summary>
public class CourseTests(TestStorage storage)
{
    private static readonly object Answers = new
    {
        answers = new
        {
            diet = "2",
            allergy = "花生",
            transport = "yes",
        },
    };

    [Fact]
    public async Task A_course_is_shown_as_it_was_announced()
    {
        await using var host = await Class.HostAsync(storage);
        var course = await (await Courses.AnnounceAsync(host)).SeeAsync();
        Assert.Equal("文化大院二楼", (string)course["room"]!);
        Assert.Equal("王教授", (string)course["teachers"]![0]!["name"]!);
        Assert.Equal("识病", (string)course["syllabus"]![0]!["subject"]!);
        Assert.Equal("https://example.cn/a", (string)course["materials"]![0]!["ref"]!);
        Assert.Equal("selection", (string)course["admission"]!);
        Assert.Equal(0.8, (double)course["completion"]!["share"]!);
        var plain = await (await Class.AnnounceAsync(host)).SeeAsync();
        Assert.Equal("first-come", (string)plain["admission"]!);
    }

    [Theory]
    [InlineData("materials", """[{"title":"a","kind":"link","ref":"http://example.cn"}]""", "materials[0].ref")]
    [InlineData("materials", """[{"title":"a","kind":"file","ref":"a"}]""", "materials[0].kind")]
    [InlineData("questions", """[{"id":"a","text":"a","kind":"choice"}]""", "questions[0].options")]
    [InlineData("syllabus", """[{"session":3,"subject":"a"}]""", "syllabus[0].session")]
    [InlineData("reserved", """[{"share":0.5,"audience":{"gender":"2"},"until":"2026-11-30T00:00:00Z"}]""", "reserved")]
    [InlineData("series", """{"everyDays":7,"count":3}""", "series")]
    public async Task A_course_that_contradicts_itself_is_refused(string field, string value, string refused)
    {
        await using var host = await Class.HostAsync(storage);
        var official = (await Class.AnnounceAsync(host)).Official;
        var form = Courses.Form(host, change: form => new(form) { [field] = JsonNode.Parse(value) });
        var answer = await official.PostAsync("api/trainings", form);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Courses.ProblemOf(answer))["errors"]![refused]);
    }

    [Fact]
    public async Task A_series_repeats_its_session_and_stays_when_it_is_sent_back()
    {
        await using var host = await Class.HostAsync(storage);
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(3).AddHours(9);
        var training = await Class.AnnounceAsync(
            host,
            change: form =>
                new(form)
                {
                    ["sessions"] = new[] { new { startsAt = start, endsAt = start.AddHours(2) } },
                    ["series"] = new { everyDays = 7, count = 4 },
                }
        );
        var seen = await training.SeeAsync();
        Assert.Equal([0, 7, 14, 21], seen["sessions"]!.AsArray().Select(session => (((DateTimeOffset)session!["startsAt"]!) - start).Days));
        var again = Class.Form(host, change: form => new(form) { ["sessions"] = seen["sessions"], ["series"] = seen["series"] });
        var changed = await Farmer.JsonOf(await training.Official.PutAsync(training.Path, again));
        Assert.Equal(4, changed["sessions"]!.AsArray().Count);
    }

    [Fact]
    public async Task A_required_question_is_answered_and_the_roster_shows_answers_in_words()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Courses.AnnounceAsync(host);
        var farmer = await Farmer.SignUpAsync(host);
        foreach (
            var (answers, refused) in new (object?, string)[]
            {
                (null, "answers.diet"),
                (new { answers = new { diet = "3" } }, "answers.diet"),
                (new { answers = new { diet = "1", more = "1" } }, "answers"),
            }
        )
        {
            var answer = await farmer.PostAsync($"{training.Path}/enrolments", answers);
            Assert.NotNull((await Courses.ProblemOf(answer))["errors"]![refused]);
        }

        await training.SignUpAsync(farmer, Answers);
        var roster = await Farmer.JsonOf(await training.Official.GetAsync($"{training.Path}/enrolments"));
        Assert.Equal(["清真", "花生", "是"], roster["items"]![0]!["answers"]!.AsArray().Select(one => (string)one!["answer"]!));
        var sheet = await (await training.Official.GetAsync($"{training.Path}/enrolments?format=csv")).Content.ReadAsStringAsync();
        Assert.Contains("午饭,过敏,要接送吗", sheet, StringComparison.Ordinal);
        Assert.Contains("清真,花生,是", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_course_that_selects_admits_those_selected_up_to_its_capacity_and_publishes_them_masked()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Courses.AnnounceAsync(host, capacity: 2);
        var farmers = new List<Farmer>();
        for (var i = 0; i < 4; i++)
            farmers.Add(await Farmer.SignUpAsync(host, name: "赵小明"));
        var names = new List<string>();
        foreach (var farmer in farmers)
        {
            var applied = await training.SignUpAsync(farmer, Answers);
            Assert.Equal(("waiting", null), ((string)applied["state"]!, (int?)applied["position"]));
            names.Add((string)applied["enrolment"]!);
        }

        var tooMany = await SelectAsync(training, names[0], names[1], names[3]);
        Assert.Equal("training.admitted-too-many", (string)(await Courses.ProblemOf(tooMany))["code"]!);
        (await SelectAsync(training, names[1], names[3])).EnsureSuccessStatusCode();
        (await SelectAsync(training, names[3])).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        await host.RollUpAsync();

        Assert.Equal((2, 2), await training.CountAsync());
        var list = await Farmer.JsonOf(await host.Http.GetAsync($"{training.Path}/selection"));
        Assert.Equal(["2 赵**", "4 赵**"], list["items"]!.AsArray().Select(one => $"{one!["number"]} {one["name"]}"));
        foreach (var (farmer, at) in farmers.Select((farmer, at) => (farmer, at)))
            Assert.Equal(at is 1 or 3 ? 1 : 0, await ConfirmationsOfAsync(farmer));

        (await farmers[1].DeleteAsync($"{training.Path}/enrolments/me")).EnsureSuccessStatusCode();
        Assert.Equal((1, 2), await training.CountAsync()); // nobody moves up by order
        var fixedNow = await training.Official.PutAsync(
            training.Path,
            Courses.Form(host, change: form => new(form) { ["admission"] = null })
        );
        Assert.Equal("training.admission-fixed", (string)(await Courses.ProblemOf(fixedNow))["code"]!);
    }

    [Fact]
    public async Task A_copy_is_held_at_other_times_with_everything_else_as_it_was()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Courses.AnnounceAsync(host);
        var start = Day.Of(host.Time.GetUtcNow()).Start.AddDays(10).AddHours(9);
        var body = new { sessions = new[] { new { startsAt = start, endsAt = start.AddHours(3) } } };
        var made = await training.Official.PostAsync($"{training.Path}/copies", body);
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var copy = await Farmer.JsonOf(made);
        var again = await training.Official.PostAsync($"{training.Path}/copies", body);
        Assert.Equal((HttpStatusCode.OK, (string)copy["id"]!), (again.StatusCode, (string)(await Farmer.JsonOf(again))["id"]!));
        var first = await training.SeeAsync();
        Assert.NotEqual((string)first["id"]!, (string)copy["id"]!);
        Assert.Equal((string)first["room"]!, (string)copy["room"]!);
        Assert.Equal(
            (DateTimeOffset)first["sessions"]![0]!["startsAt"]! - (DateTimeOffset)first["signUpClosesAt"]!,
            start - (DateTimeOffset)copy["signUpClosesAt"]!
        );
    }

    [Fact]
    public async Task A_message_reaches_those_it_is_for_once_also_when_it_is_sent_twice()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 1);
        var (confirmed, waiting) = (await Farmer.SignUpAsync(host), await Farmer.SignUpAsync(host));
        await training.SignUpAsync(confirmed);
        await training.SignUpAsync(waiting);
        foreach (
            var (to, text) in new[] { ("waiting", "还有机会"), ("waiting", "还有机会"), ("confirmed", "请带笔记本"), ("all", "下雨带伞") }
        )
            (await training.Official.PostAsync($"{training.Path}/messages", new { to, text })).EnsureSuccessStatusCode();
        await host.RollUpAsync();
        await host.RollUpAsync();
        Assert.Equal(["下雨带伞", "请带笔记本"], (await TextsOfAsync(confirmed)).Order());
        Assert.Equal(["下雨带伞", "还有机会"], (await TextsOfAsync(waiting)).Order());

        for (var i = 0; i < 7; i++)
            (
                await training.Official.PostAsync($"{training.Path}/messages", new { to = "all", text = $"第{i}条" })
            ).EnsureSuccessStatusCode();
        var tooMany = await training.Official.PostAsync($"{training.Path}/messages", new { to = "all", text = "再来一条" });
        Assert.Equal(HttpStatusCode.TooManyRequests, tooMany.StatusCode);
    }

    [Fact]
    public async Task Other_teachers_and_fewer_seats_are_told_to_the_inbox_once()
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host, capacity: 5);
        var farmer = await Farmer.SignUpAsync(host);
        await training.SignUpAsync(farmer);
        object?[] nobody = [new { name = "孙老师" }];
        var form = Class.Form(host, capacity: 3, change: form => new(form) { ["teachers"] = nobody });
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, form));
        await Farmer.JsonOf(await training.Official.PutAsync(training.Path, form));
        await host.RollUpAsync();
        await host.RollUpAsync();
        var told = await ToldAsync(farmer, "training-changed");
        Assert.Contains("授课教师：孙老师。名额改为 3 人。", Assert.Single(told), StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> SelectAsync(Class training, params string[] admitted) =>
        training.Official.PostAsync($"{training.Path}/selection", new { admitted });

    private static async Task<int> ConfirmationsOfAsync(Farmer farmer) => (await ToldAsync(farmer, "training-confirmed")).Count;

    private static async Task<IEnumerable<string>> TextsOfAsync(Farmer farmer) =>
        (await ToldAsync(farmer, "training-message")).Select(text => text[(text.IndexOf('：', StringComparison.Ordinal) + 1)..]);

    private static async Task<List<string>> ToldAsync(Farmer farmer, string kind) =>
        [
            .. (await Farmer.JsonOf(await farmer.GetAsync("api/inbox")))["items"]!
                .AsArray()
                .Where(item => (string)item!["kind"]! == kind)
                .Select(item => (string)item!["text"]!),
        ];
}
