using EStation.Contests;
using EStation.Testing;

namespace EStation.Ledger;

/// <summary>Folding costs what has happened, whatever is stored, and adds everything in once, whatever goes wrong.</summary>
public class FoldTests(TestStorage storage, ITestOutputHelper output)
{
    private const int News = 400;

    [Fact]
    public async Task News_of_n_attempts_cost_n_by_forty_transactions_however_much_is_stored()
    {
        await using var host = await TestHost.StartAsync(storage);
        var empty = await FoldAsync(host, 0, News);
        await FoldAsync(host, News, Deep.Of(usually: 4_000, deep: 40_000));
        var full = await FoldAsync(host, 100_000, News);
        output.WriteLine($"{News} attempts: {empty} transactions on an empty ledger, {full} on a full one");
        Assert.InRange(empty, 1, News / 40);
        Assert.InRange(full, 1, News / 40);
    }

    [Theory]
    [InlineData(When.BeforeSending)]
    [InlineData(When.AfterSending)]
    internal async Task A_transaction_that_breaks_adds_nothing_twice_and_leaves_nothing_out(When moment)
    {
        await using var host = await TestHost.StartAsync(storage);
        await WriteAsync(host, 0, News);
        var batches = 0;
        host.Meter.Faults = (request, when) =>
            request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal)
            && when == moment
            && Interlocked.Increment(ref batches) % 2 == 1
                ? Fault.Disconnect
                : Fault.None;
        await host.Get<Fold>().RunAsync(Told.County);
        host.Meter.Faults = (_, _) => Fault.None;
        await host.Get<Fold>().RunAsync(Told.County);
        Assert.True(batches > 0);
        Assert.Equal(News, await CountedAsync(host));
    }

    [Fact]
    public async Task Four_who_fold_at_once_add_everything_in_once()
    {
        await using var host = await TestHost.StartAsync(storage);
        await WriteAsync(host, 0, News);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Fold(host.Get<FoldTable>(), host.Time).RunAsync(Told.County)));
        await host.Get<Fold>().RunAsync(Told.County);
        Assert.Equal(News, await CountedAsync(host));
        Assert.Empty(await host.Get<FoldTable>().ReadOutbox(Told.County).ToListAsync());
    }

    private static async Task<int> CountedAsync(TestHost host) =>
        (await host.Get<BoardTable>().ReadTotalsAsync(Told.County, "told", Told.News(1).Village.Town)).Sum(village =>
            village.Tally.Entries
        );

    private static async Task<int> FoldAsync(TestHost host, int first, int news)
    {
        await WriteAsync(host, first, news);
        host.Meter.Reset();
        await host.Get<Fold>().RunAsync(Told.County);
        Assert.Empty(await host.Get<FoldTable>().ReadOutbox(Told.County).ToListAsync());
        return host.Meter.Batches;
    }

    private static async Task WriteAsync(TestHost host, int first, int news) =>
        await Task.WhenAll(
            Enumerable.Range(first, news).Select(number => host.Get<CountyLedgers>().WriteAsync(Told.County, Told.Entry(number)))
        );
}
