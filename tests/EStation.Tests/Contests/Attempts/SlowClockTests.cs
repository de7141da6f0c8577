using EStation.Testing;

namespace EStation.Contests.Attempts;

/// <summary>An instance whose clock is behind takes the answers before the other has handed out the questions.</summary>
public class SlowClockTests(TestStorage storage)
{
    [Fact]
    public async Task A_clock_that_is_behind_never_makes_anybody_the_fastest()
    {
        var now = DateTimeOffset.UtcNow;
        await using var right = await TestHost.StartAsync(storage, now: now);
        await using var behind = await TestHost.StartAsync(storage, connectionString: right.ConnectionString, now: now.AddSeconds(-5));
        var farmer = await Farmer.SignUpAsync(right);
        var paper = await farmer.StartAsync();
        var answer = await Farmer.JsonOf(await farmer.On(behind).SubmitAsync(paper, Farmer.Guess(paper)));
        Assert.True((bool)answer["ranked"]!);
        Assert.Equal(8 * 60_000, (int)answer["elapsedMs"]!);
    }
}
