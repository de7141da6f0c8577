using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.Tokens;

namespace EStation.Identity;

public class TokensTests
{
    private static readonly byte[] Old = SHA256.HashData("old"u8);
    private static readonly byte[] New = SHA256.HashData("new"u8);
    private readonly FakeTimeProvider time = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public async Task A_token_says_who_for_thirty_days()
    {
        var tokens = Tokens(New);
        var token = tokens.Issue("wang");
        Assert.Equal("wang", await tokens.ReadAsync(token.Value));
        time.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        Assert.Equal("wang", await tokens.ReadAsync(token.Value));
        time.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await tokens.ReadAsync(token.Value));
    }

    [Fact]
    public async Task A_rotated_secret_still_accepts_the_tokens_of_the_one_before()
    {
        var token = Tokens(Old).Issue("wang");
        Assert.Equal("wang", await Tokens(New, Old).ReadAsync(token.Value));
        Assert.Null(await Tokens(New).ReadAsync(token.Value));
    }

    [Fact]
    public async Task A_ticket_is_no_token()
    {
        var secrets = new Secrets(new SecretsOptions(New, null));
        var ticket = new Seals(secrets.Tickets).Seal(
            new Dictionary<string, object> { ["sub"] = "wang", ["exp"] = time.GetUtcNow().AddDays(1).ToUnixTimeSeconds() }
        );
        Assert.Null(await Tokens(New).ReadAsync(ticket));
    }

    [Fact]
    public async Task Unsigned_changed_or_shortened_ones_are_refused()
    {
        var tokens = Tokens(New);
        var token = tokens.Issue("wang").Value;
        var parts = token.Split('.');
        var unsigned = $"{Base64UrlEncoder.Encode("{\"alg\":\"none\"}")}.{parts[1]}.";
        var other = Base64UrlEncoder.Encode(
            Encoding.UTF8.GetBytes(Base64UrlEncoder.Decode(parts[1]).Replace("wang", "meng", StringComparison.Ordinal))
        );
        foreach (
            var forged in new[]
            {
                unsigned,
                $"{parts[0]}.{other}.{parts[2]}",
                $"{parts[0]}.{parts[1]}.",
                token[..^2],
                "",
                "a.b.c",
                new string('a', 10_000),
            }
        )
            Assert.Null(await tokens.ReadAsync(forged));
    }

    private Tokens Tokens(byte[] master, byte[]? previous = null) => new(new Secrets(new SecretsOptions(master, previous)), time);
}
