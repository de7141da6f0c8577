using System.Net;
using EStation.Testing;

namespace EStation.Contests;

/// <summary>A farmer's way through a contest, over HTTP.</summary>
public class EnteringAContestTests(TestStorage storage)
{
    [Fact]
    public async Task From_sign_in_to_a_place_on_the_countys_board()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        var result = await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        await host.RollUpAsync();

        var board = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/leaderboard?region=220102"));
        var entry = Assert.Single(board["entries"]!.AsArray())!;
        Assert.Equal(1, (int)entry["rank"]!);
        Assert.Equal("王**", (string)entry["name"]!);
        Assert.Equal((int)result["score"]!, (int)entry["score"]!);
    }

    [Fact]
    public async Task An_attempt_alone_costs_one_write_to_start_and_one_to_submit()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        host.Meter.Reset();
        var paper = await farmer.StartAsync();
        Assert.Equal((1, 0), (host.Meter.Writes, host.Meter.Reads));
        host.Meter.Reset();
        await Farmer.JsonOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper)));
        Assert.Equal((1, 0), (host.Meter.Writes, host.Meter.Reads));
    }

    [Fact]
    public async Task The_same_answers_again_are_answered_the_same_and_others_are_refused()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmer = await Farmer.SignUpAsync(host);
        var paper = await farmer.StartAsync();
        var first = await (await farmer.SubmitAsync(paper, Farmer.Guess(paper))).Content.ReadAsStringAsync();
        var again = await (await farmer.SubmitAsync(paper, Farmer.Guess(paper))).Content.ReadAsStringAsync();
        Assert.Equal(first, again);
        Assert.Equal(
            "attempt.submitted",
            await Farmer.RefusalOf(await farmer.SubmitAsync(paper, Farmer.Guess(paper, option: 1)), HttpStatusCode.Conflict)
        );
    }
}
