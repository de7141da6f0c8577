using Azure.Data.Tables;
using EStation.Ledger.Committing;
using EStation.Testing;

namespace EStation.Ledger;

/// <summary>Writes that are decided against a shared state: here a bag of so many apples.</summary>
public class DecisionTests(TestStorage storage)
{
    private const string State = "bag|1";
    private static readonly Partition County = new("220102");

    [Fact]
    public async Task Many_writers_take_no_more_than_there_is_and_each_taker_has_another_number()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 40);
        var writers = Enumerable.Range(0, 8).Select(_ => WriterOf(stage)).ToList();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(taker => writers[taker % writers.Count].DecideAsync(County, Take($"apple|{taker}")))
        );

        Assert.Equal(40, outcomes.Count(outcome => Took(outcome)));
        Assert.Equal(60, outcomes.Count(outcome => IsRefused(outcome)));
        var taken = await RowsAsync(stage);
        Assert.Equal(Enumerable.Range(1, 40), taken.Select(row => row.GetInt32("Number")!.Value).Order());
    }

    [Fact]
    public async Task A_group_reads_nothing_as_long_as_nobody_else_decides()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 500);
        var writer = WriterOf(stage);
        await writer.DecideAsync(County, Take("apple|first"));
        stage.Meter.Reset();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(taker => writer.DecideAsync(County, Take($"apple|{taker}"))));
        Assert.Equal(0, stage.Meter.Reads);
        Assert.True(stage.Meter.Batches <= 3, $"{stage.Meter.Batches} batches");
    }

    [Fact]
    public async Task What_is_remembered_and_outdated_refuses_nobody()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 1);
        var writer = WriterOf(stage);
        Assert.True(Took(await writer.DecideAsync(County, Take("apple|1"))));
        Assert.True(IsRefused(await writer.DecideAsync(County, Take("apple|2"))));
        await WriterOf(stage).DecideAsync(County, Bag(apples: 2));
        Assert.True(Took(await writer.DecideAsync(County, Take("apple|2"))));
    }

    /// <summary>
    /// As when somebody who was signed up by another instance withdraws: by what is remembered, the number was never given.
    /// </summary>
    [Fact]
    public async Task What_is_remembered_and_outdated_fails_nobody()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 10);
        var writer = WriterOf(stage);
        await writer.DecideAsync(County, Take("apple|1"));
        await WriterOf(stage).DecideAsync(County, Take("apple|2"));
        var third = Take("apple|3") with
        {
            Decide = state =>
                state!.GetInt32("Taken") < 2 ? throw new ArgumentOutOfRangeException(nameof(state)) : Take("apple|3").Decide(state),
        };
        Assert.True(Took(await writer.DecideAsync(County, third)));
        Assert.Equal([1, 2, 3], (await RowsAsync(stage)).Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task Whose_row_is_there_already_gets_that_row_and_the_others_go_again()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 10);
        await WriterOf(stage).DecideAsync(County, Take("apple|1"));
        var writer = WriterOf(stage);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(taker => writer.DecideAsync(County, Take($"apple|{taker}"))));
        Assert.Equal("apple|1", outcomes[1].Rival?.RowKey);
        Assert.Equal(
            [2, 3, 4],
            (await RowsAsync(stage)).Where(row => row.RowKey != "apple|1").Select(row => row.GetInt32("Number")!.Value).Order()
        );
    }

    [Fact]
    public async Task The_same_row_twice_at_once_is_decided_once()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 10);
        var writer = WriterOf(stage);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => writer.DecideAsync(County, Take("apple|same"))));
        Assert.Single(outcomes, outcome => Took(outcome));
        Assert.All(outcomes.Where(outcome => !Took(outcome)), outcome => Assert.Equal("apple|same", outcome.Rival?.RowKey));
        Assert.Single(await RowsAsync(stage));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    internal async Task A_lost_response_is_neither_decided_again_nor_refused(bool rivalComesOnTop)
    {
        var stage = await LedgerStage.MakeAsync(storage);
        var rival = stage.Another();
        await FillAsync(stage, apples: 10);
        var lost = 0;
        stage.Meter.Faults = (request, when) =>
        {
            if (
                when != When.AfterSending
                || !request.Uri.ToUri().AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal)
                || Interlocked.Exchange(ref lost, 1) == 1
            )
                return Fault.None;
            if (rivalComesOnTop)
                WriterOf(rival).DecideAsync(County, Take("apple|rival")).GetAwaiter().GetResult();
            return Fault.Disconnect;
        };
        var writer = WriterOf(stage);
        Assert.True(Took(await writer.DecideAsync(County, Take("apple|1"))));
        Assert.True(Took(await writer.DecideAsync(County, Take("apple|2"))));
        Assert.Equal(1, lost);
        Assert.Equal(
            rivalComesOnTop ? [1, 3] : [1, 2],
            (await RowsAsync(stage)).Where(row => row.RowKey != "apple|rival").Select(row => row.GetInt32("Number")!.Value)
        );
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_promised_and_afterwards_all_goes_on()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 10);
        var writer = WriterOf(stage);
        await writer.DecideAsync(County, Take("apple|1"));
        stage.Meter.Faults = (_, when) => when == When.BeforeSending ? Fault.Disconnect : Fault.None;
        await Assert.ThrowsAnyAsync<Exception>(() => writer.DecideAsync(County, Take("apple|2")));
        stage.Meter.Faults = (_, _) => Fault.None;
        Assert.True(Took(await writer.DecideAsync(County, Take("apple|2"))));
        Assert.Equal([1, 2], (await RowsAsync(stage)).Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task A_decision_that_comes_to_more_than_announced_fails_alone()
    {
        var stage = await LedgerStage.MakeAsync(storage);
        await FillAsync(stage, apples: 10);
        var writer = WriterOf(stage);
        var liar = Take("apple|liar") with { Most = new Weight(0, [], 0, 0) };
        var others = Task.WhenAll(Enumerable.Range(0, 3).Select(taker => writer.DecideAsync(County, Take($"apple|{taker}"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.DecideAsync(County, liar));
        Assert.All(await others, outcome => Assert.True(Took(outcome)));
    }

    [Fact]
    public void A_group_counts_each_state_as_one_more_row()
    {
        var group = new Group();
        var taken = 0;
        while (group.TryAdd(new Pending(Take($"apple|{taken}"), 0)))
            taken++;
        Assert.Equal(Group.MostRows - 1, taken);
    }

    private static bool Took(Outcome<int?> outcome) => outcome is { Rival: null, Result: not null };

    private static bool IsRefused(Outcome<int?> outcome) => outcome is { Rival: null, Result: null };

    private static LedgerWriter WriterOf(LedgerStage stage) => stage.Writer();

    private static Task<Outcome<int?>> FillAsync(LedgerStage stage, int apples) => WriterOf(stage).DecideAsync(County, Bag(apples));

    private static Decision<int?> Bag(int apples) =>
        new(State, [], new Weight(0, [], 0, 0), state => new(null, new Entry([]), Bag(apples, state?.GetInt32("Taken") ?? 0)));

    private static Decision<int?> Take(string key)
    {
        return new Decision<int?>(
            State,
            [new Claim(key)],
            Numbered(1).Weight,
            state =>
            {
                var (apples, taken) = (state!.GetInt32("Apples")!.Value, state.GetInt32("Taken")!.Value);
                return taken < apples ? new(taken + 1, Numbered(taken + 1), Bag(apples, taken + 1)) : new(null);
            }
        );

        Entry Numbered(int number) => Entry.Insert(new TableEntity(County.Key, key) { ["Number"] = number });
    }

    private static TableEntity Bag(int apples, int taken) => new(County.Key, State) { ["Apples"] = apples, ["Taken"] = taken };

    private static async Task<List<TableEntity>> RowsAsync(LedgerStage stage) =>
        await stage.Table.ReadRange(County, "apple|").ToListAsync();
}
