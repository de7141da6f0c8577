using System.Net;
using EStation.Showcase;
using EStation.Testing;
using EStation.Trainings;

namespace EStation.Http;

/// <summary>Every list in every request has a bound, and is refused beyond it.</summary>
public class LongListsTests(TestStorage storage)
{
    [Fact]
    public async Task Nine_thousand_ethnic_groups_are_422_and_nothing_is_stored()
    {
        await using var host = await Class.HostAsync(storage);
        var official = await Farmer.SignUpAsync(host, Class.Village, phone: Class.AdministratorPhone);
        foreach (var count in new[] { 59, 1000, 9000 })
        {
            var form = Class.Form(
                host,
                change: training =>
                {
                    training["eligibility"] = new { ethnicGroups = Enumerable.Repeat("01", count) };
                    return training;
                }
            );
            host.Meter.Reset();
            var answer = await official.PostAsync("api/trainings", form);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Equal(0, host.Meter.Writes);
        }
    }

    [Fact]
    public async Task Every_route_that_takes_a_body_refuses_a_list_of_thousands_and_never_fails()
    {
        await using var host = await Stage.StartAsync(storage);
        var caller = await Stage.ReviewerAsync(host);
        string[] fields =
        [
            "answers",
            "people",
            "tickets",
            "enrolments",
            "sessions",
            "themes",
            "awards",
            "prizes",
            "eligibility",
            "draw",
            "name",
        ];
        foreach (
            var route in DiscoveredRoute.All.Where(route => route.TakesBody && route.Function is not ("PostQuestionBank" or "SendCode"))
        )
        {
            foreach (var field in fields)
            {
                var path = route.UnknownPath.Replace("no-such-thing", Farmer.Contest, StringComparison.Ordinal);
                var body = new Dictionary<string, object> { [field] = Enumerable.Repeat("01", 9_000) };
                var answer = route.Method == "POST" ? await caller.PostAsync(path, body) : await caller.PutAsync(path, body);
                Assert.True((int)answer.StatusCode < 500, $"{route} {field}: {answer.StatusCode}");
            }
        }
    }
}
