using Azure;
using Microsoft.Extensions.Time.Testing;

namespace EStation.Storage;

public class SharedRowTests
{
    private readonly FakeTimeProvider time = new();
    private TaskCompletionSource? held;
    private string stored = "";
    private int version;
    private int reads;
    private int writes;

    [Fact]
    public async Task Decisions_that_arrive_during_a_write_are_written_together_and_nothing_is_read()
    {
        var row = Row(guess: "");
        held = new TaskCompletionSource();
        var first = Add(row, "a");
        var others = Enumerable.Range(0, 20).Select(_ => Add(row, "b")).ToList();
        held.SetResult();
        held = null;
        Assert.Equal(1, await first);
        Assert.Equal(Enumerable.Range(2, 20), await Task.WhenAll(others)); // in their order
        Assert.Equal((2, 0, "a" + new string('b', 20)), (writes, reads, stored));
    }

    [Fact]
    public async Task Another_instance_that_was_faster_is_seen_and_decided_on_again()
    {
        var (one, other) = (Row(), Row());
        await Add(one, "a");
        await Add(other, "b");
        Assert.Equal(3, await Add(one, "c"));
        Assert.Equal("abc", stored);
    }

    [Fact]
    public async Task What_changes_nothing_is_looked_up_once_more_unless_the_memory_is_trusted()
    {
        var (doubting, trusting) = (Row(), Row(trust: TimeSpan.FromSeconds(1)));
        await Add(doubting, "a");
        await trusting.SeeAsync();
        await Add(Row(), "b");
        Assert.Equal("ab", await doubting.DecideAsync(text => (text, text)));
        Assert.Equal("a", await trusting.DecideAsync(text => (text, text)));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("ab", await trusting.DecideAsync(text => (text, text)));
    }

    [Fact]
    public async Task A_failure_fails_those_who_waited_for_it_and_nobody_later()
    {
        var row = Row();
        await Add(row, "a");
        held = new TaskCompletionSource();
        var failing = Add(row, "b");
        held.SetException(new IOException());
        await Assert.ThrowsAsync<IOException>(() => failing);
        held = null;
        Assert.Equal(2, await Add(row, "c"));
        Assert.Equal("ac", stored);
    }

    [Fact]
    public async Task What_is_deferred_goes_along_with_the_next_write_once()
    {
        var row = Row();
        row.Defer(text => text + "d");
        Assert.Equal(0, writes);
        await Add(row, "a");
        await Add(row, "a");
        Assert.Equal("daa", stored);
        for (var i = 0; i < 32; i++)
            row.Defer(text => text + "d");
        await row.DecideAsync(text => (text, true));
        Assert.Equal(35, stored.Length);
    }

    private static Task<int> Add(SharedRow<string> row, string letter) => row.DecideAsync(text => (text + letter, text.Length + 1));

    private SharedRow<string> Row(string? guess = null, TimeSpan trust = default) => new(LoadAsync, SaveAsync, time, guess, trust);

    private Task<(string, ETag?)> LoadAsync()
    {
        reads++;
        return Task.FromResult<(string, ETag?)>((stored, version == 0 ? null : new ETag($"{version}")));
    }

    private async Task<ETag?> SaveAsync(string text, ETag? read)
    {
        if (held is { } wait)
            await wait.Task;
        if (read != (version == 0 ? null : new ETag($"{version}")))
            return null;
        writes++;
        stored = text;
        return new ETag($"{++version}");
    }
}
