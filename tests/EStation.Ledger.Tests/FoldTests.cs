using EStation.Testing;

namespace EStation.Ledger;

/// <summary>Folding costs what has happened, whatever is stored, and adds everything in once, whatever goes wrong.</summary>
public class FoldTests(TestStorage storage, ITestOutputHelper output)
{
    private const int News = 400;

    [Fact]
    public async Task News_of_n_attempts_cost_n_by_forty_transactions_however_much_is_stored()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        var empty = await FoldAsync(stage, 0, News);
        await FoldAsync(stage, News, Deep.Of(usually: 4_000, deep: 40_000));
        var full = await FoldAsync(stage, 100_000, News);
        output.WriteLine($"{News} attempts: {empty} transactions on an empty ledger, {full} on a full one");
        Assert.InRange(empty, 1, News / 40);
        Assert.InRange(full, 1, News / 40);
    }

    [Theory]
    [InlineData(When.BeforeSending)]
    [InlineData(When.AfterSending)]
    internal async Task A_transaction_that_breaks_adds_nothing_twice_and_leaves_nothing_out(When moment)
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await WriteAsync(stage, 0, News);
        var batches = 0;
        stage.Meter.Faults = (request, when) =>
            request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal)
            && when == moment
            && Interlocked.Increment(ref batches) % 2 == 1
                ? Fault.Disconnect
                : Fault.None;
        await stage.Fold.RunAsync(Told.Partition);
        stage.Meter.Faults = (_, _) => Fault.None;
        await stage.Fold.RunAsync(Told.Partition);
        Assert.True(batches > 0);
        Assert.Equal(News, await CountedAsync(stage));
    }

    [Fact]
    public async Task Four_who_fold_at_once_add_everything_in_once()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await WriteAsync(stage, 0, News);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => new Fold(stage.Folds, stage.Time).RunAsync(Told.Partition)));
        await stage.Fold.RunAsync(Told.Partition);
        Assert.Equal(News, await CountedAsync(stage));
        Assert.Empty(await stage.Folds.ReadOutbox(Told.Partition).ToListAsync());
    }

    private static async Task<int> CountedAsync(LedgerStage stage) =>
        Sum.Read((await stage.Folds.FindTotalsAsync(Told.Partition, "board|1"))?.GetBinaryData("Sum")).Count;

    private static async Task<int> FoldAsync(LedgerStage stage, int first, int news)
    {
        await WriteAsync(stage, first, news);
        stage.Meter.Reset();
        await stage.Fold.RunAsync(Told.Partition);
        Assert.Empty(await stage.Folds.ReadOutbox(Told.Partition).ToListAsync());
        return stage.Meter.Batches;
    }

    private static async Task WriteAsync(LedgerStage stage, int first, int news)
    {
        var writer = stage.Writer();
        await Task.WhenAll(Enumerable.Range(first, news).Select(number => writer.WriteAsync(Told.Partition, Told.Entry(number))));
    }
}
