using EStation.Identity;
using EStation.People;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace EStation.Access;

public sealed class Callers(Tokens tokens, PersonTable people, ErasureTable erasures, Roles roles, AuditLog log)
{
    private const string Bearer = "Bearer ";

    /// <summary>Finds the caller for the middleware, and for functions that anyone may call but that tell some callers more.</summary>
    public async Task<Result<Caller>> FindAsync(HttpRequest request, Needs needs, params IReadOnlyList<Role> declared)
    {
        if ((await HolderOfAsync(request)).Refused(out var refusal, out var id))
            return refusal;
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
