using Azure.Data.Tables;
using EStation.Regions;
using EStation.Testing;

namespace EStation.Ledger;

/// <summary>Writes that are decided against a shared state: here a bag of so many apples.</summary>
public class DecidingTests(TestStorage storage)
{
    private const string State = "bag|1";
    private static readonly RegionCode County = RegionCode.Parse("220102");
    private static readonly Refusal Empty = Refusal.NotFound;

    [Fact]
    public async Task Many_writers_take_no_more_than_there_is_and_each_taker_has_another_number()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 40);
        var writers = Enumerable.Range(0, 8).Select(_ => WriterOf(host)).ToList();
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 100).Select(taker => writers[taker % writers.Count].DecideAsync(Take($"apple|{taker}")))
        );

        Assert.Equal(40, outcomes.Count(outcome => outcome == Outcome.Stored));
        Assert.Equal(60, outcomes.Count(outcome => outcome.Refusal == Empty));
        var taken = await RowsAsync(host);
        Assert.Equal(Enumerable.Range(1, 40), taken.Select(row => row.GetInt32("Number")!.Value).Order());
    }

    [Fact]
    public async Task A_group_reads_nothing_as_long_as_nobody_else_decides()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 500);
        var writer = WriterOf(host);
        await writer.DecideAsync(Take("apple|first"));
        host.Meter.Reset();
        await Task.WhenAll(Enumerable.Range(0, 60).Select(taker => writer.DecideAsync(Take($"apple|{taker}"))));
        Assert.Equal(0, host.Meter.Reads);
        Assert.True(host.Meter.Batches <= 3, $"{host.Meter.Batches} batches");
    }

    [Fact]
    public async Task What_is_remembered_and_outdated_refuses_nobody()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 1);
        var writer = WriterOf(host);
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(Take("apple|1")));
        Assert.Equal(Empty, (await writer.DecideAsync(Take("apple|2"))).Refusal);
        await WriterOf(host).DecideAsync(Bag(apples: 2));
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(Take("apple|2")));
    }

    /// <summary>
    /// As when somebody who was signed up by another instance withdraws: by what is remembered, the number was never given.
    /// </summary>
    [Fact]
    public async Task What_is_remembered_and_outdated_fails_nobody()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 10);
        var writer = WriterOf(host);
        await writer.DecideAsync(Take("apple|1"));
        await WriterOf(host).DecideAsync(Take("apple|2"));
        var third = Take("apple|3") with
        {
            Decide = state =>
                state!.GetInt32("Taken") < 2 ? throw new ArgumentOutOfRangeException(nameof(state)) : Take("apple|3").Decide(state),
        };
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(third));
        Assert.Equal([1, 2, 3], (await RowsAsync(host)).Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task Whose_row_is_there_already_gets_that_row_and_the_others_go_again()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 10);
        await WriterOf(host).DecideAsync(Take("apple|1"));
        var writer = WriterOf(host);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(taker => writer.DecideAsync(Take($"apple|{taker}"))));
        Assert.Equal("apple|1", outcomes[1].Rival?.RowKey);
        Assert.Equal(
            [2, 3, 4],
            (await RowsAsync(host)).Where(row => row.RowKey != "apple|1").Select(row => row.GetInt32("Number")!.Value).Order()
        );
    }

    [Fact]
    public async Task The_same_row_twice_at_once_is_decided_once()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 10);
        var writer = WriterOf(host);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => writer.DecideAsync(Take("apple|same"))));
        Assert.Single(outcomes, outcome => outcome == Outcome.Stored);
        Assert.All(outcomes.Where(outcome => outcome != Outcome.Stored), outcome => Assert.Equal("apple|same", outcome.Rival?.RowKey));
        Assert.Single(await RowsAsync(host));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    internal async Task A_lost_response_is_neither_decided_again_nor_refused(bool rivalComesOnTop)
    {
        await using var host = await TestHost.StartAsync(storage);
        await using var rival = await TestHost.StartAsync(storage, connectionString: host.ConnectionString);
        await FillAsync(host, apples: 10);
        var lost = 0;
        host.Meter.Faults = (request, when) =>
        {
            if (
                when != When.AfterSending
                || !request.Uri.ToUri().AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal)
                || Interlocked.Exchange(ref lost, 1) == 1
            )
                return Fault.None;
            if (rivalComesOnTop)
                WriterOf(rival).DecideAsync(Take("apple|rival")).GetAwaiter().GetResult();
            return Fault.Disconnect;
        };
        var writer = WriterOf(host);
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(Take("apple|1")));
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(Take("apple|2")));
        Assert.Equal(1, lost);
        Assert.Equal(
            rivalComesOnTop ? [1, 3] : [1, 2],
            (await RowsAsync(host)).Where(row => row.RowKey != "apple|rival").Select(row => row.GetInt32("Number")!.Value)
        );
    }

    [Fact]
    public async Task While_storage_is_away_nothing_is_promised_and_afterwards_all_goes_on()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 10);
        var writer = WriterOf(host);
        await writer.DecideAsync(Take("apple|1"));
        host.Meter.Faults = (_, when) => when == When.BeforeSending ? Fault.Disconnect : Fault.None;
        await Assert.ThrowsAnyAsync<Exception>(() => writer.DecideAsync(Take("apple|2")));
        host.Meter.Faults = (_, _) => Fault.None;
        Assert.Equal(Outcome.Stored, await writer.DecideAsync(Take("apple|2")));
        Assert.Equal([1, 2], (await RowsAsync(host)).Select(row => row.GetInt32("Number")!.Value));
    }

    [Fact]
    public async Task A_decision_that_comes_to_more_than_announced_fails_alone()
    {
        await using var host = await TestHost.StartAsync(storage);
        await FillAsync(host, apples: 10);
        var writer = WriterOf(host);
        var liar = Take("apple|liar") with { Most = new Weight(0, [], 0, 0) };
        var others = Task.WhenAll(Enumerable.Range(0, 3).Select(taker => writer.DecideAsync(Take($"apple|{taker}"))));
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.DecideAsync(liar));
        Assert.All(await others, outcome => Assert.Equal(Outcome.Stored, outcome));
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

    private static GroupCommit WriterOf(TestHost host) => new(County, host.Get<LedgerTable>(), host.Time);

    private static Task<Outcome> FillAsync(TestHost host, int apples) => WriterOf(host).DecideAsync(Bag(apples));

    private static Decision Bag(int apples) =>
        new(State, [], new Weight(0, [], 0, 0), state => new Proposal(new Entry([]), Bag(apples, state?.GetInt32("Taken") ?? 0)));

    private static Decision Take(string key)
    {
        return new Decision(
            State,
            [new Claim(key)],
            Numbered(1).Weight,
            state =>
            {
                var (apples, taken) = (state!.GetInt32("Apples")!.Value, state.GetInt32("Taken")!.Value);
                return taken < apples ? new Proposal(Numbered(taken + 1), Bag(apples, taken + 1)) : Empty;
            }
        );

        Entry Numbered(int number) => Entry.Insert(new TableEntity(County.Value, key) { ["Number"] = number });
    }

    private static TableEntity Bag(int apples, int taken) => new(County.Value, State) { ["Apples"] = apples, ["Taken"] = taken };

    private static async Task<List<TableEntity>> RowsAsync(TestHost host) =>
        await host.Get<LedgerTable>().ReadRange(County, "apple|").ToListAsync();
}
