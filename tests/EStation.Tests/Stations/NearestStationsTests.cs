using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using EStation.Testing;

namespace EStation.Stations;

/// <summary>The nearest certified stations to a phone.</summary>
public class NearestStationsTests(TestStorage storage)
{
    [Theory]
    [InlineData(43.88, 125.35, 43.88, 125.35, 0)]
    [InlineData(43.88, 125.35, 42.90, 129.51, 355_000)] // Changchun to Yanji
    [InlineData(0, 179.5, 0, -179.5, 111_000)]
    [InlineData(90, 0, 90, 180, 0)]
    public void A_way_is_measured_on_a_sphere(double north, double east, double toNorth, double toEast, double metres) =>
        Assert.InRange(new Position(north, east).MetresTo(new Position(toNorth, toEast)), metres * 0.99, (metres * 1.01) + 1);

    [Fact]
    public async Task At_most_ten_certified_ones_come_the_nearest_first_and_nothing_of_the_position_stays()
    {
        await using var host = await TestHost.StartAsync(storage);
        var items = await FindAsync(host, 43.76, 125.25);
        Assert.Equal("st-220104-01", (string)items[0]!["station"]!["id"]!);
        Assert.Equal(0, (int)items[0]!["metres"]!);
        Assert.Equal(NearestStations.Most, items.Count);
        Assert.All(items, item => Assert.Equal("certified", (string)item!["station"]!["state"]!));
        var ways = items.Select(item => (int)item!["metres"]!).ToList();
        Assert.Equal(ways.Order(), ways);
        host.Meter.Reset();
        Assert.NotEqual("st-220104-01", (string)(await FindAsync(host, 42.9, 129.5))[0]!["station"]!["id"]!);
        Assert.Equal(0, host.Meter.All);
    }

    [Fact]
    public async Task A_position_that_is_none_is_refused_and_in_an_address_it_leads_nowhere()
    {
        await using var host = await TestHost.StartAsync(storage);
        var wrong = await host.Http.PostAsJsonAsync("api/stations/nearest", new { latitude = 91, longitude = 125 });
        Assert.Equal("must be degrees north, between -90 and 90", await Filmmaker.ReasonOf(wrong, "latitude"));
        Assert.Equal(
            "not-found",
            await Farmer.RefusalOf(await host.Http.GetAsync("api/stations/nearest?latitude=43&longitude=125"), HttpStatusCode.NotFound)
        );
    }

    private static async Task<JsonArray> FindAsync(TestHost host, double latitude, double longitude) =>
        (await Farmer.JsonOf(await host.Http.PostAsJsonAsync("api/stations/nearest", new { latitude, longitude })))["items"]!.AsArray();
}
