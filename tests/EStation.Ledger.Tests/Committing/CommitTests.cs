using Azure;
using Azure.Core;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Ledger.Committing;

/// <summary>What may happen to a group on its way into storage, and that each of its writes gets the answer that is its own.</summary>
public class CommitTests(TestStorage storage)
{
    [Fact]
    public async Task One_row_that_is_there_gets_its_own_answer_and_the_others_go_again()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await WriterOf(stage).WriteAsync(Told.Partition, Told.Entry(3));
        stage.Meter.Reset();
        var rivals = await WriteTogetherAsync(stage, 10);
        Assert.Equal([3], Refused(rivals));
        Assert.Equal(Told.KeyOf(3), rivals[3]!.RowKey);
        Assert.Equal(3, stage.Meter.Batches); // the first alone, the others with the bad one, the others without
        await AssertStoredOnceAsync(stage, 10);
    }

    [Fact]
    public async Task After_a_second_conflict_all_keys_are_read_at_once()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        var there = new[] { 2, 3, 5, 7, 8, 9 };
        foreach (var number in there)
            await WriterOf(stage).WriteAsync(Told.Partition, Told.Entry(number));
        stage.Meter.Reset();
        Assert.Equal(there, Refused(await WriteTogetherAsync(stage, 12)));
        Assert.Equal(4, stage.Meter.Batches); // the first alone, two that fail, the rest
        await AssertStoredOnceAsync(stage, 12);
    }

    [Theory]
    [InlineData(When.BeforeSending, 1)]
    [InlineData(When.BeforeSending, 2)]
    [InlineData(When.AfterSending, 1)]
    [InlineData(When.AfterSending, 2)]
    [InlineData(When.AfterSending, 3)]
    internal async Task A_request_or_its_answer_that_is_lost_harms_nobody(When moment, int which)
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await WriterOf(stage).WriteAsync(Told.Partition, Told.Entry(3));
        Break(stage, moment, number => number == which);
        Assert.Equal([3], Refused(await WriteAsync(stage, 10)));
        stage.Meter.Faults = (_, _) => Fault.None;
        await AssertStoredOnceAsync(stage, 10);
    }

    [Fact]
    public async Task When_every_answer_is_lost_nothing_is_promised_and_repeating_tells()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        Break(stage, When.AfterSending, _ => true);
        var writer = WriterOf(stage);
        var failures = await Task.WhenAll(
            Enumerable
                .Range(0, 10)
                .Select(number => Record.ExceptionAsync(() => writer.WriteAsync(Told.Partition, Told.Entry(number))).AsTask())
        );
        stage.Meter.Faults = (_, _) => Fault.None;
        Assert.All(failures, failure => Assert.True(IsPassing(failure), $"{failure}"));
        Assert.Equal(Enumerable.Range(0, 10), Refused(await WriteAsync(stage, 10)));
        await AssertStoredOnceAsync(stage, 10);
    }

    [Fact]
    public async Task When_nothing_is_sent_nothing_is_promised_and_repeating_stores_it()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        Break(stage, When.BeforeSending, _ => true);
        var failure = await Record.ExceptionAsync(() => WriterOf(stage).WriteAsync(Told.Partition, Told.Entry(0)));
        stage.Meter.Faults = (_, _) => Fault.None;
        Assert.True(IsPassing(failure), $"{failure}");
        Assert.Empty(Refused(await WriteAsync(stage, 10)));
        await AssertStoredOnceAsync(stage, 10);
    }

    [Fact]
    public async Task The_same_row_from_two_writers_at_once_is_stored_by_one_of_them()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        var (one, other) = (WriterOf(stage), WriterOf(stage));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .SelectMany(number =>
                    new[] { one, other }.Select(async writer =>
                        (number, Rival: await writer.WriteAsync(Told.Partition, Told.Entry(number)))
                    )
                )
        );
        Assert.All(answers.GroupBy(answer => answer.number), row => Assert.Single(row, answer => answer.Rival is null));
        await AssertStoredOnceAsync(stage, 60);
    }

    /// <summary>Waiting is bounded: after five seconds nobody knows yet, and what has not been sent by then is not sent any more.</summary>
    [Fact]
    public async Task Patience_ends_after_five_seconds_for_the_one_under_way_and_for_those_who_wait()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Meter.Hold = request => IsBatch(request) ? gate.Task : Task.CompletedTask;
        var writer = WriterOf(stage);
        var first = writer.WriteAsync(Told.Partition, Told.Entry(0));
        var second = writer.WriteAsync(Told.Partition, Told.Entry(1));
        stage.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(first.IsCompleted || second.IsCompleted);
        stage.Time.Advance(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => first);
        await Assert.ThrowsAsync<LedgerUnavailableException>(() => second);

        gate.SetResult();
        Assert.Equal([0], Refused(await WriteAsync(stage, 2, writer))); // the first had arrived, the second was never sent
        await AssertStoredOnceAsync(stage, 2);
    }

    private static LedgerWriter WriterOf(LedgerStage stage) => stage.Writer();

    /// <summary>So many at once to one writer; each row that stood in the way, or null.</summary>
    private static Task<TableEntity?[]> WriteAsync(LedgerStage stage, int entries, LedgerWriter? writer = null)
    {
        writer ??= WriterOf(stage);
        return Task.WhenAll(Enumerable.Range(0, entries).Select(number => writer.WriteAsync(Told.Partition, Told.Entry(number))));
    }

    /// <summary>The first transaction is held until the other writes wait: it carries one row, and they form one group.</summary>
    private static Task<TableEntity?[]> WriteTogetherAsync(LedgerStage stage, int entries)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        stage.Meter.Hold = request => IsBatch(request) ? gate.Task : Task.CompletedTask;
        var written = WriteAsync(stage, entries);
        gate.SetResult();
        return written;
    }

    private static IEnumerable<int> Refused(TableEntity?[] rivals) =>
        rivals.Index().Where(rival => rival.Item is not null).Select(rival => rival.Index);

    private static bool IsPassing(Exception? failure) =>
        failure switch
        {
            LedgerUnavailableException or IOException or RequestFailedException { Status: 0 } => true,
            AggregateException many => many.InnerExceptions.All(IsPassing),
            _ => false,
        };

    private static void Break(LedgerStage stage, When moment, Func<int, bool> which)
    {
        var batches = 0;
        stage.Meter.Faults = (request, when) =>
            when == moment && IsBatch(request) && which(Interlocked.Increment(ref batches)) ? Fault.Disconnect : Fault.None;
    }

    private static bool IsBatch(Request request) => request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    /// <summary>Each row, and its news once.</summary>
    private static async Task AssertStoredOnceAsync(LedgerStage stage, int entries)
    {
        var rows = await stage.Table.ReadRange(Told.Partition, "told|").Select(row => row.GetInt32("Number")!.Value).ToListAsync();
        Assert.Equal(Enumerable.Range(0, entries), rows);
        var news = await stage.Folds.ReadOutbox(Told.Partition).ToListAsync();
        Assert.Equal(Enumerable.Range(0, entries), news.SelectMany(row => row.News).Select(piece => ((ToldNews)piece).Number).Order());
    }
}
