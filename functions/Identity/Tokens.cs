namespace EStation.Identity;

/// <summary>Sign-in tokens, valid for 30 days.</summary>
public sealed class Tokens(Secrets secrets, TimeProvider time)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    private readonly Seals seals = new(secrets.Tokens);

    public Token Issue(string person)
    {
        var now = time.GetUtcNow();
        var expiresAt = DateTimeOffset.FromUnixTimeSeconds((now + Lifetime).ToUnixTimeSeconds());
        var claims = new Dictionary<string, object>
        {
            ["sub"] = person,
            ["iat"] = now.ToUnixTimeSeconds(),
            ["exp"] = expiresAt.ToUnixTimeSeconds(),
        };
        return new Token(seals.Seal(claims), expiresAt);
    }

    public async Task<string?> ReadAsync(string token) =>
        await seals.OpenAsync(token) is { Subject: { Length: > 0 } person } claims && claims.ValidTo > time.GetUtcNow().UtcDateTime
            ? person
            : null;
}

public sealed record Token(string Value, DateTimeOffset ExpiresAt);
