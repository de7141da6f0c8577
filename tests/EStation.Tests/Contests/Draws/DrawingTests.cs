using System.Diagnostics;
using System.Net;
using System.Text;
using EStation.Contests.Results;
using EStation.Testing;

namespace EStation.Contests.Draws;

public class DrawingTests(TestStorage storage)
{
    [Fact]
    public async Task Two_independent_administrators_draw_and_anybody_gets_the_same_winners_from_what_is_published()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(7);
        await ending.CloseAsync();
        (await ending.FreezeAsync()).EnsureSuccessStatusCode();
        Assert.Equal("draw.too-early", await Farmer.RefusalOf(await ending.EnterAsync(ending.First), HttpStatusCode.Conflict));
        ending.Host.Time.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Accepted, (await ending.EnterAsync(ending.First)).StatusCode);
        Assert.Equal(HttpStatusCode.Accepted, (await ending.EnterAsync(ending.First)).StatusCode); // once more is no second one
        Assert.Null((string?)(await ending.ResultsAsync())["draw"]!["value"]);
        var drawn = await ending.EnterAsync(ending.Second, "03,07,11,19,24,32 + 05");
        Assert.Equal("drawn", (string)(await Farmer.JsonOf(drawn))["state"]!);
        Assert.Equal(HttpStatusCode.OK, (await ending.EnterAsync(ending.First)).StatusCode);
        Assert.Equal("draw.drawn", await Farmer.RefusalOf(await ending.EnterAsync(ending.First, "1234567"), HttpStatusCode.Conflict));

        var results = await ending.ResultsAsync();
        var draw = results["draw"]!;
        Assert.Equal(Ending.Value, (string)draw["value"]!);
        var list = await ending.Host.Http.GetStringAsync($"{ending.Path}/lots");
        var seed = LotDrawing.SeedOf(LotList.Sha256Of(Encoding.ASCII.GetBytes(list)), "双色球", "2026137", Ending.Value);
        Assert.Equal(seed, (string)draw["seed"]!);
        var expected = LotDrawing.Draw(seed, list.Split('\n', StringSplitOptions.RemoveEmptyEntries), (int)draw["lots"]!);
        var winners = results["winners"]!.AsArray().Where(winner => (string)winner!["by"]! == "draw").ToList();
        Assert.Equal(expected.Take(2), winners.Select(winner => (string)winner!["lot"]!));
        Assert.All(winners, winner => Assert.Equal("王**", (string)winner!["name"]!));
        var ranked = results["winners"]!.AsArray().Where(winner => (string)winner!["by"]! == "rank");
        Assert.Equal(["一等奖", "二等奖", "二等奖"], ranked.Select(winner => (string)winner!["prize"]!));
    }

    [Fact]
    public async Task The_script_in_docs_draws_the_same_and_notices_a_changed_list()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(6);
        await ending.DrawAsync();
        var folder = Directory.CreateTempSubdirectory("draw");
        var (results, lots) = (Path.Combine(folder.FullName, "results.json"), Path.Combine(folder.FullName, "lots.txt"));
        await File.WriteAllTextAsync(results, (await ending.ResultsAsync()).ToJsonString());
        var list = await ending.Host.Http.GetByteArrayAsync($"{ending.Path}/lots");
        await File.WriteAllBytesAsync(lots, list);
        var (status, text) = await RunAsync(results, lots);
        Assert.True(status == 0, text);
        var draw = (await ending.ResultsAsync())["draw"]!;
        var expected = LotDrawing.Draw((string)draw["seed"]!, LotList.Read(list), (int)draw["lots"]!);
        Assert.Equal(expected, text.Split('\n', StringSplitOptions.RemoveEmptyEntries));

        await File.WriteAllBytesAsync(lots, [.. list.AsSpan(17)]);
        Assert.Equal(1, (await RunAsync(results, lots)).Status);
        await File.WriteAllBytesAsync(lots, list);
        var forged = (await ending.ResultsAsync()).DeepClone();
        forged["draw"]!["value"] = "03 07 11 19 24 32 06";
        await File.WriteAllTextAsync(results, forged.ToJsonString());
        Assert.Equal(1, (await RunAsync(results, lots)).Status);
        folder.Delete(recursive: true);
    }

    private static async Task<(int Status, string Text)> RunAsync(string results, string lots)
    {
        var script = Path.Combine(SourceTree.Root, "docs", "draw.py");
        var start = new ProcessStartInfo("python3", [script, results, lots])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var run = Process.Start(start) ?? throw new InvalidOperationException("Install python3: the test runs docs/draw.py.");
        var text = await run.StandardOutput.ReadToEndAsync() + await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, text);
    }

    [Fact]
    public async Task Different_values_are_both_discarded()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(2);
        await ending.CloseAsync();
        (await ending.FreezeAsync()).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        (await ending.EnterAsync(ending.First)).EnsureSuccessStatusCode();
        Assert.Equal(
            "draw.values-differ",
            await Farmer.RefusalOf(await ending.EnterAsync(ending.Second, "1234567"), HttpStatusCode.Conflict)
        );
        Assert.Equal(HttpStatusCode.Accepted, (await ending.EnterAsync(ending.Second)).StatusCode); // the first one again
        Assert.Equal(HttpStatusCode.OK, (await ending.EnterAsync(ending.First)).StatusCode);
    }

    [Fact]
    public async Task A_friend_who_has_the_role_from_the_first_is_no_second()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(2);
        await ending.CloseAsync();
        (await ending.FreezeAsync()).EnsureSuccessStatusCode();
        var friend = await Farmer.SignUpAsync(ending.Host);
        var role = new
        {
            phone = friend.Phone,
            role = "administrator",
            region = "22",
        };
        (await ending.First.PostAsync("api/grants", role)).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        (await ending.EnterAsync(ending.First)).EnsureSuccessStatusCode();
        Assert.Equal("second.not-independent", await Farmer.RefusalOf(await ending.EnterAsync(friend), HttpStatusCode.Forbidden));
        // Nor can the friend throw the first value away.
        Assert.Equal(
            "second.not-independent",
            await Farmer.RefusalOf(await ending.EnterAsync(friend, "1234567"), HttpStatusCode.Forbidden)
        );
        Assert.Equal(HttpStatusCode.OK, (await ending.EnterAsync(ending.Second)).StatusCode);
    }

    [Fact]
    public async Task Many_entries_at_once_make_one_draw()
    {
        await using var ending = await Ending.BeginAsync(storage);
        await ending.TakePartAsync(5);
        await ending.CloseAsync();
        (await ending.FreezeAsync()).EnsureSuccessStatusCode();
        ending.Host.Time.Advance(TimeSpan.FromDays(2));
        var answers = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => ending.EnterAsync(number % 2 == 0 ? ending.First : ending.Second))
        );
        Assert.All(answers, answer => answer.EnsureSuccessStatusCode());
        Assert.Equal("drawn", (string)(await ending.ResultsAsync())["state"]!);
        Assert.Equal(5, (await ending.ResultsAsync())["winners"]!.AsArray().Count);
    }
}
