using EStation.People;
using Microsoft.AspNetCore.Http;

namespace EStation.Identity;

/// <summary>Who is asking.</summary>
internal sealed class Callers(Tokens tokens, PersonTable people)
{
    private const string Bearer = "Bearer ";

    /// <summary>The person's id, from the token alone: reads nothing.</summary>
    public async Task<Result<string>> IdOfAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return Refusal.TokenMissing;
        return header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) && await tokens.ReadAsync(header[Bearer.Length..].Trim()) is { } person
            ? person
            : Refusal.TokenInvalid;
    }

    /// <summary>The person, at most a minute old.</summary>
    public Task<Result<Person>> FindAsync(HttpRequest request) => FindAsync(request, people.FindAsync);

    /// <summary>The person as of now.</summary>
    public Task<Result<Person>> FindFreshAsync(HttpRequest request) => FindAsync(request, people.FindFreshAsync);

    private async Task<Result<Person>> FindAsync(HttpRequest request, Func<string, Task<Person?>> find)
    {
        if ((await IdOfAsync(request)).Refused(out var refusal, out var id))
            return refusal;
        return await find(id) is { } person ? person : Refusal.TokenInvalid;
    }
}
