using Microsoft.Extensions.Time.Testing;

namespace EStation.Storage;

public class CachedTests
{
    private readonly FakeTimeProvider time = new();
    private int reads;

    [Fact]
    public async Task It_is_read_once_a_minute_however_many_ask()
    {
        var cached = new Cached<int>(() => Task.FromResult(++reads), time);
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => Task.Run(cached.GetAsync)));
        Assert.All(answers, answer => Assert.Equal(1, answer));
        time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, await cached.GetAsync());
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(2, await cached.GetAsync());
    }

    [Fact]
    public async Task A_failure_is_not_remembered()
    {
        var cached = new Cached<int>(() => ++reads == 1 ? Task.FromException<int>(new IOException()) : Task.FromResult(reads), time);
        await Assert.ThrowsAsync<IOException>(cached.GetAsync);
        Assert.Equal(2, await cached.GetAsync());
    }

    [Fact]
    public async Task What_is_forgotten_is_read_again()
    {
        var cached = new Cached<int>(() => Task.FromResult(++reads), time);
        await cached.GetAsync();
        cached.Forget();
        Assert.Equal(2, await cached.GetAsync());
    }
}
