using Azure.Core;
using Azure.Data.Tables;
using EStation.Storage;
using EStation.Testing;

namespace EStation.Ledger;

/// <summary>What may happen to a group on its way into storage, and that each of its writes gets the answer that is its own.</summary>
public class CommitTests(TestStorage storage)
{
    [Fact]
    public async Task One_row_that_is_there_gets_its_own_answer_and_the_others_go_again()
    {
        await using var host = await TestHost.StartAsync(storage);
        await WriterOf(host).WriteAsync(Told.Entry(3));
        host.Meter.Reset();
        var rivals = await WriteAsync(host, 10);
        Assert.Equal([3], Refused(rivals));
        Assert.Equal(Told.KeyOf(3), rivals[3]!.RowKey);
        Assert.Equal(3, host.Meter.Batches); // the first alone, the others with the bad one, the others without
        await AssertStoredOnceAsync(host, 10);
    }

    [Fact]
    public async Task After_a_second_conflict_all_keys_are_read_at_once()
    {
        await using var host = await TestHost.StartAsync(storage);
        var there = new[] { 2, 3, 5, 7, 8, 9 };
        foreach (var number in there)
            await WriterOf(host).WriteAsync(Told.Entry(number));
        host.Meter.Reset();
        Assert.Equal(there, Refused(await WriteAsync(host, 12)));
        Assert.Equal(4, host.Meter.Batches); // the first alone, two that fail, the rest
        await AssertStoredOnceAsync(host, 12);
    }

    [Theory]
    [InlineData(When.BeforeSending, 1)]
    [InlineData(When.BeforeSending, 2)]
    [InlineData(When.AfterSending, 1)]
    [InlineData(When.AfterSending, 2)]
    [InlineData(When.AfterSending, 3)]
    internal async Task A_request_or_its_answer_that_is_lost_harms_nobody(When moment, int which)
    {
        await using var host = await TestHost.StartAsync(storage);
        await WriterOf(host).WriteAsync(Told.Entry(3));
        Break(host, moment, number => number == which);
        Assert.Equal([3], Refused(await WriteAsync(host, 10)));
        host.Meter.Faults = (_, _) => Fault.None;
        await AssertStoredOnceAsync(host, 10);
    }

    [Fact]
    public async Task When_every_answer_is_lost_nothing_is_promised_and_repeating_tells()
    {
        await using var host = await TestHost.StartAsync(storage);
        Break(host, When.AfterSending, _ => true);
        var writer = WriterOf(host);
        var failures = await Task.WhenAll(
            Enumerable.Range(0, 10).Select(number => Record.ExceptionAsync(() => writer.WriteAsync(Told.Entry(number))).AsTask())
        );
        host.Meter.Faults = (_, _) => Fault.None;
        Assert.All(failures, failure => Assert.True(failure is not null && StorageFailure.IsPassing(failure), $"{failure}"));
        Assert.Equal(Enumerable.Range(0, 10), Refused(await WriteAsync(host, 10)));
        await AssertStoredOnceAsync(host, 10);
    }

    [Fact]
    public async Task When_nothing_is_sent_nothing_is_promised_and_repeating_stores_it()
    {
        await using var host = await TestHost.StartAsync(storage);
        Break(host, When.BeforeSending, _ => true);
        var failure = await Record.ExceptionAsync(() => WriterOf(host).WriteAsync(Told.Entry(0)));
        host.Meter.Faults = (_, _) => Fault.None;
        Assert.True(StorageFailure.IsPassing(failure!));
        Assert.Empty(Refused(await WriteAsync(host, 10)));
        await AssertStoredOnceAsync(host, 10);
    }

    [Fact]
    public async Task The_same_row_from_two_writers_at_once_is_stored_by_one_of_them()
    {
        await using var host = await TestHost.StartAsync(storage);
        var (one, other) = (WriterOf(host), WriterOf(host));
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 60)
                .SelectMany(number =>
                    new[] { one, other }.Select(async writer => (number, Rival: await writer.WriteAsync(Told.Entry(number))))
                )
        );
        Assert.All(answers.GroupBy(answer => answer.number), row => Assert.Single(row, answer => answer.Rival is null));
        await AssertStoredOnceAsync(host, 60);
    }

    /// <summary>Waiting is bounded: after five seconds nobody knows yet, and what has not been sent by then is not sent any more.</summary>
    [Fact]
    public async Task Patience_ends_after_five_seconds_for_the_one_under_way_and_for_those_who_wait()
    {
        await using var host = await TestHost.StartAsync(storage);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        host.Meter.Hold = request => IsBatch(request) ? gate.Task : Task.CompletedTask;
        var writer = WriterOf(host);
        var first = writer.WriteAsync(Told.Entry(0));
        var second = writer.WriteAsync(Told.Entry(1));
        host.Time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.False(first.IsCompleted || second.IsCompleted);
        host.Time.Advance(TimeSpan.FromSeconds(0.2));
        await Assert.ThrowsAsync<UnavailableException>(() => first);
        await Assert.ThrowsAsync<UnavailableException>(() => second);

        gate.SetResult();
        Assert.Equal([0], Refused(await WriteAsync(host, 2, writer))); // the first had arrived, the second was never sent
        await AssertStoredOnceAsync(host, 2);
    }

    private static GroupCommit WriterOf(TestHost host) => new(Told.County, host.Get<LedgerTable>(), host.Time);

    /// <summary>So many at once to one writer; each row that stood in the way, or null.</summary>
    private static Task<TableEntity?[]> WriteAsync(TestHost host, int entries, GroupCommit? writer = null)
    {
        writer ??= WriterOf(host);
        return Task.WhenAll(Enumerable.Range(0, entries).Select(number => writer.WriteAsync(Told.Entry(number))));
    }

    private static IEnumerable<int> Refused(TableEntity?[] rivals) =>
        rivals.Index().Where(rival => rival.Item is not null).Select(rival => rival.Index);

    private static void Break(TestHost host, When moment, Func<int, bool> which)
    {
        var batches = 0;
        host.Meter.Faults = (request, when) =>
            when == moment && IsBatch(request) && which(Interlocked.Increment(ref batches)) ? Fault.Disconnect : Fault.None;
    }

    private static bool IsBatch(Request request) => request.Uri.ToUri().AbsolutePath.EndsWith("$batch", StringComparison.Ordinal);

    /// <summary>Each row, and its news once.</summary>
    private static async Task AssertStoredOnceAsync(TestHost host, int entries)
    {
        var rows = await host.Get<LedgerTable>().ReadRange(Told.County, "told|").Select(row => row.GetInt32("Number")!.Value).ToListAsync();
        Assert.Equal(Enumerable.Range(0, entries), rows);
        var news = await host.Get<LedgerTable>().ReadRange(Told.County, OutboxRow.Prefix).ToListAsync();
        Assert.Equal(
            Enumerable.Range(0, entries).Select(number => $"p{number}").Order(StringComparer.Ordinal),
            news.SelectMany(OutboxRow.NewsOf).Select(piece => piece.Reached).Order(StringComparer.Ordinal)
        );
    }
}
