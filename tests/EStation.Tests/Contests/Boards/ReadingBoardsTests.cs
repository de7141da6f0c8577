using EStation.Testing;

namespace EStation.Contests.Boards;

/// <summary>Boards over HTTP: names of places, my row and its neighbours.</summary>
public class ReadingBoardsTests(TestStorage storage)
{
    [Fact]
    public async Task A_board_names_places_and_my_rank_comes_with_its_neighbours()
    {
        await using var host = await TestHost.StartAsync(storage);
        var farmers = new List<Farmer>();
        foreach (var village in new[] { "220102001001", "220102001001", "222401001001" })
        {
            var farmer = await Farmer.SignUpAsync(host, village);
            var paper = await farmer.StartAsync();
            host.Time.Advance(TimeSpan.FromSeconds(farmers.Count + 1));
            (await farmer.SubmitAsync(paper, new Dictionary<string, string[]>())).EnsureSuccessStatusCode();
            farmers.Add(farmer);
        }

        await host.RollUpAsync();
        var board = await Farmer.JsonOf(await host.Http.GetAsync($"api/contests/{Farmer.Contest}/leaderboard"));
        Assert.Equal(("吉林省", 3), ((string)board["regionName"]!, (int)board["participants"]!));
        Assert.Equal(["南关区", "南岭街道", "华阳社区"], board["entries"]![0]!["placeNames"]!.AsArray().Select(name => (string)name!));
        var ranks = (await Farmer.JsonOf(await farmers[1].GetAsync($"api/contests/{Farmer.Contest}/standing")))["ranks"]!.AsArray();
        Assert.Equal(["华阳社区", "南岭街道", "南关区", "长春市", "吉林省"], ranks.Select(rank => (string)rank!["regionName"]!));
        Assert.Equal([2, 2], new[] { ranks[0], ranks[^1] }.Select(rank => (int)rank!["rank"]!));
        Assert.Equal([1, 2], ranks[0]!["neighbours"]!.AsArray().Select(row => (int)row!["rank"]!));
        Assert.Equal([1, 2, 3], ranks[^1]!["neighbours"]!.AsArray().Select(row => (int)row!["rank"]!));
    }
}
