using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Trainings;

/// <summary>Where a county has no training, its prefecture's are shown, and then the province's.</summary>
public class TrainingsNearTests(TestStorage storage)
{
    [Theory]
    [InlineData("220102001001", "220102001001")]
    [InlineData("220102001", "220102001")]
    [InlineData("220104101202", "2201")]
    [InlineData("222401", "22")]
    public async Task The_list_widens_until_there_is_something(string near, string found)
    {
        await using var host = await Class.HostAsync(storage);
        var training = await Class.AnnounceAsync(host);
        await host.RollUpAsync();
        var page = await ListAsync(host, $"near={near}");
        Assert.Equal(found, (string)page["region"]!);
        Assert.Equal(training.Id, (string)page["items"]![0]!["id"]!);
        var further = await ListAsync(host, $"region={page["region"]}&limit=1");
        Assert.Equal(training.Id, (string)further["items"]![0]!["id"]!);
    }

    [Fact]
    public async Task A_region_that_is_asked_for_is_not_widened()
    {
        await using var host = await Class.HostAsync(storage);
        await Class.AnnounceAsync(host);
        await host.RollUpAsync();
        var page = await ListAsync(host, "region=222401&near=220102");
        Assert.Empty(page["items"]!.AsArray());
        Assert.Equal("222401", (string)page["region"]!);
    }

    private static async Task<JsonNode> ListAsync(TestHost host, string query) =>
        await Farmer.JsonOf(await host.Http.GetAsync("api/trainings?" + query));
}
