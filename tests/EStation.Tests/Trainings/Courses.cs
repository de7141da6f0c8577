using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>A course with everything that one can say of it, for tests.</summary>
internal static class Courses
{
    public static Dictionary<string, object?> Form(
        TestHost host,
        int capacity = 2,
        Func<Dictionary<string, object?>, Dictionary<string, object?>>? change = null
    )
    {
        var form = Class.Form(host, capacity);
        form["programme"] = "new-professional-farmer";
        form["room"] = "文化大院二楼";
        form["position"] = new { latitude = 43.88, longitude = 125.32 };
        form["teachers"] = new[] { new { name = "王教授", title = "高级农艺师" } };
        form["syllabus"] = new[]
        {
            new
            {
                session = 1,
                subject = new { zh = "识病" },
                preparation = new { zh = "带一片病叶" },
            },
        };
        form["materials"] = new[]
        {
            new
            {
                title = new { zh = "防治手册" },
                kind = "link",
                @ref = "https://example.cn/a",
            },
        };
        form["questions"] = new object[]
        {
            new
            {
                id = "diet",
                text = new { zh = "午饭" },
                kind = "choice",
                options = new[] { new { zh = "普通" }, new { zh = "清真" } },
                required = true,
            },
            new
            {
                id = "allergy",
                text = new { zh = "过敏" },
                kind = "text",
            },
            new
            {
                id = "transport",
                text = new { zh = "要接送吗" },
                kind = "yesNo",
            },
        };
        form["admission"] = "selection";
        form["completion"] = new { share = 0.8 };
        return change?.Invoke(form) ?? form;
    }

    public static Task<Class> AnnounceAsync(
        TestHost host,
        int capacity = 2,
        Func<Dictionary<string, object?>, Dictionary<string, object?>>? change = null
    ) => Class.AnnounceAsync(host, capacity, _ => Form(host, capacity, change));

    public static async Task<JsonNode> ProblemOf(HttpResponseMessage answer) => JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
}
