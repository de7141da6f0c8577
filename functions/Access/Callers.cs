using EStation.Identity;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EStation.Access;

/// <summary>Finds out who is asking.</summary>
public sealed class Callers(Tokens tokens, PersonTable people, ErasureTable erasures, Roles roles, AuditLog log)
{
    private const string Bearer = "Bearer ";

    /// <summary>
    /// The caller of a request: for the middleware, and for a function that everybody may call and that tells some callers more.
    /// </summary>
    /// <param name="declared">The function's roles. They are not checked here.</param>
    public async Task<Result<Caller>> FindAsync(HttpRequest request, Needs needs, params IReadOnlyList<Role> declared)
    {
        if ((await HolderOfAsync(request)).Refused(out var refusal, out var id))
            return refusal;
        // The list of erased people is read once a minute for all requests.
        if (needs != Needs.Holder && await erasures.IsErasedAsync(id))
            return AccessRefusals.TokenInvalid;
        var person = needs switch
        {
            Needs.Person => await people.FindAsync(id),
            Needs.PersonNow => await people.FindFreshAsync(id),
            _ => null,
        };
        if (needs >= Needs.Person && person is not { IsLeaving: false })
            return AccessRefusals.TokenInvalid;
        var invocation = request.HttpContext.Features.GetRequiredFeature<Invocation>();
        return new Caller(id, person, declared, invocation, roles, log);
    }

    private async Task<Result<string>> HolderOfAsync(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        if (header.Length == 0)
            return AccessRefusals.TokenMissing;
        return
            header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
            && await tokens.ReadAsync(header[Bearer.Length..].Trim()) is { } person
            ? person
            : AccessRefusals.TokenInvalid;
    }
}
