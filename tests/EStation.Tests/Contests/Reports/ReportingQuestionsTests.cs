using System.Net;
using EStation.Testing;

namespace EStation.Contests.Reports;

/// <summary>Participants report questions after handing in; administrators see them beside the figures; flags over HTTP.</summary>
public class ReportingQuestionsTests(TestStorage storage)
{
    private const string AdministratorPhone = "13900000001";

    [Fact]
    public async Task A_question_is_reported_after_handing_in_and_the_most_suspicious_come_first()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone }
        );
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        string PathOf(int at) => $"api/contests/{Farmer.Contest}/questions/{paper["questions"]![at]!["id"]}/reports";
        await Farmer.RefusalOf(await farmer.PostAsync(PathOf(0), new { reason = "wrongKey" }), HttpStatusCode.NotFound);
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));

        Assert.Equal(HttpStatusCode.Created, (await farmer.PostAsync(PathOf(0), new { reason = "typo" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await farmer.PostAsync(PathOf(1), new { reason = "unclear" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await farmer.PostAsync(PathOf(1), new { reason = "wrongKey", text = "应选二" })).StatusCode);
        await Farmer.RefusalOf(await farmer.PostAsync(PathOf(1), new { reason = "boring" }), HttpStatusCode.UnprocessableEntity);
        var stranger = await Farmer.SignUpAsync(host);
        await Farmer.RefusalOf(await stranger.PostAsync(PathOf(0), new { reason = "typo" }), HttpStatusCode.NotFound);

        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var items = (await Farmer.JsonOf(await administrator.GetAsync($"api/contests/{Farmer.Contest}/reports")))["items"]!.AsArray();
        Assert.Equal([1, 0], items.Select(item => PlaceOf((string)item!["question"]!)));
        Assert.Equal((1, "应选二"), ((int)items[0]!["reasons"]!["wrongKey"]!, (string)items[0]!["texts"]![0]!));

        int PlaceOf(string question) => paper["questions"]!.AsArray().Select(asked => (string)asked!["id"]!).ToList().IndexOf(question);
    }

    [Fact]
    public async Task An_attempt_of_a_second_is_flagged_and_nothing_follows_from_that()
    {
        await using var host = await TestHost.StartAsync(
            storage,
            new Dictionary<string, string?> { ["Administrators"] = AdministratorPhone }
        );
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        host.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.True((bool)(await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper))))["ranked"]!);
        var administrator = await Farmer.SignInAsync(host, AdministratorPhone);
        var path = $"api/contests/{Farmer.Contest}";
        var flag = Assert.Single((await Farmer.JsonOf(await administrator.GetAsync($"{path}/flags")))["items"]!.AsArray())!;
        Assert.Equal(("tooFast", "王**", false), ((string)flag["kinds"]![0]!, (string)flag["name"]!, (bool)flag["disqualified"]!));
        Assert.DoesNotContain(farmer.Id, flag.ToJsonString());

        foreach (
            var target in new object[]
            {
                new { attempt = (string)flag["attempt"]!, reason = "过快" },
                new { person = (string)flag["person"]!, reason = "过快" },
            }
        )
            Assert.Equal(HttpStatusCode.Created, (await administrator.PostAsync($"{path}/disqualifications", target)).StatusCode);
        flag = Assert.Single((await Farmer.JsonOf(await administrator.GetAsync($"{path}/flags")))["items"]!.AsArray())!;
        Assert.True((bool)flag["disqualified"]!);
    }
}
