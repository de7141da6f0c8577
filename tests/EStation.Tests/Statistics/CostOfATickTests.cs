using EStation.Generator;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Statistics;

/// <summary>A tick costs what has changed, not what is stored.</summary>
public class CostOfATickTests(TestStorage storage, ITestOutputHelper output)
{
    [Fact]
    public async Task Ten_times_as_much_stored_costs_the_same()
    {
        var (few, news) = (Deep.Of(20, 10_000), Deep.Of(25, 1_000));
        var size = Deep.IsWanted ? new ProvinceSize(0) : new ProvinceSize(0, Counties: 3, Towns: 6);
        var (cheap, dear) = (await OperationsAsync(size, few, news), await OperationsAsync(size, few * 10, news));
        output.WriteLine($"{news} new facts cost {cheap} operations with {few} stored, {dear} with {few * 10}");
        Assert.InRange((double)dear / cheap, 0.9, 1.1);
    }

    private async Task<int> OperationsAsync(ProvinceSize size, int stored, int news)
    {
        await using var host = await Facts.StartHostAsync(storage);
        var divisions = host.Get<Divisions>();
        await Facts.StoreAsync(host, new Province(size with { Facts = stored }, divisions).Facts());
        await Facts.PublishFiguresAsync(host);
        await Facts.StoreAsync(host, new Province(size with { Facts = news, Seed = 2 }, divisions).Facts());
        host.Meter.Reset();
        await host.RollUpAsync();
        return host.Meter.All;
    }
}
