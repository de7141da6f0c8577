using System.Security.Cryptography;
using Azure.Data.Tables;
using EStation.Testing;

namespace EStation.Ledger.Committing;

/// <summary>A group closes before it is more than one transaction takes, to be written or to be folded.</summary>
public class GroupTests(TestStorage storage)
{
    [Fact]
    public async Task At_ninety_nine_rows()
    {
        var entries = Fill(number => Entry.Insert(new TableEntity(Told.Partition.Key, Told.KeyOf(number)) { ["Number"] = number }));
        Assert.Equal(99, entries.Count);
        await WriteAndFoldAsync(entries, folded: 0);
    }

    [Fact]
    public async Task At_forty_rows_of_totals_that_folding_will_change()
    {
        var entries = Fill(number => Told.Entry(number, town: number + 1));
        Assert.Equal(19, entries.Count); // a board and a day for each town, and one for the partition
        await WriteAndFoldAsync(entries, folded: 1);
    }

    [Fact]
    public async Task At_48_kib_of_news()
    {
        var entries = Fill(number => Told.Entry(number, name: new string('长', 1_000)));
        var bytes = entries.Sum(entry => entry.Pieces.Sum(news => news.Json.Length + 1));
        Assert.InRange(bytes, (48 * 1024) - (bytes / entries.Count), 48 * 1024);
        await WriteAndFoldAsync(entries, folded: 1);
    }

    [Fact]
    public async Task At_three_and_a_half_mib()
    {
        var burden = RandomNumberGenerator.GetBytes(60_000);
        var entries = Fill(number => Told.Entry(number, burden: burden));
        Assert.InRange(entries.Count, 40, 46);
        await WriteAndFoldAsync(entries, folded: 1);
    }

    [Fact]
    public void What_is_too_much_for_any_group_is_alone_in_its_own()
    {
        var group = new Group();
        var heavy = new Pending(
            Entry.Insert(
                new TableEntity(Told.Partition.Key, "heavy") { ["Burden"] = new byte[60_000] },
                Enumerable.Range(0, 400).Select(number => Told.News(number, name: new string('x', 200)))
            ),
            0
        );
        Assert.True(group.TryAdd(heavy));
        Assert.False(group.TryAdd(new Pending(Told.Entry(1), 0)));
    }

    [Fact]
    public void Who_writes_a_row_that_a_member_writes_clashes_with_that_member()
    {
        var group = new Group();
        var (first, second) = (new Pending(Told.Entry(1), 0), new Pending(Told.Entry(2), 0));
        Assert.True(group.TryAdd(first) && group.TryAdd(second));
        Assert.True(group.Clashes(new Pending(Told.Entry(2), 0), out var member));
        Assert.Same(second, member);
        Assert.False(group.Clashes(new Pending(Told.Entry(3), 0), out _));
    }

    private static List<Entry> Fill(Func<int, Entry> entry)
    {
        var group = new Group();
        var taken = 0;
        while (group.TryAdd(new Pending(entry(taken), 0)))
            taken++;
        return [.. group.Members.Select(member => member.Entry!)];
    }

    /// <summary>A full group is what storage takes in one transaction, and folding it is so too.</summary>
    private async Task WriteAndFoldAsync(IReadOnlyList<Entry> entries, int folded)
    {
        var stage = await LedgerStage.MakeAsync(storage);
        stage.Meter.Reset();
        Assert.Null((await stage.Table.SubmitAsync(Told.Partition, entries)).Blame);
        Assert.Equal(1, stage.Meter.Batches);
        stage.Meter.Reset();
        Assert.Equal(folded, await stage.Fold.RunAsync(Told.Partition));
        Assert.Equal(folded, stage.Meter.Batches);
    }
}
