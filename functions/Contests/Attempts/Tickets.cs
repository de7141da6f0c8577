using System.Globalization;
using EStation.Access;
using EStation.Contests.Boards;
using EStation.Identity;
using EStation.Regions;
using Microsoft.IdentityModel.JsonWebTokens;

namespace EStation.Contests.Attempts;

/// <summary>Seals an attempt as a ticket: the attempt's id for the phone, and all data of a submission for the server.</summary>
public sealed class Tickets(Secrets secrets, Pseudonyms pseudonyms)
{
    private readonly Seals seals = new(secrets.Tickets);

    /// <summary>Deterministic: the same attempt has the same ticket.</summary>
    public string Seal(Attempt attempt)
    {
        var claims = new Dictionary<string, object>
        {
            ["c"] = attempt.Contest,
            ["v"] = attempt.Version,
            ["p"] = pseudonyms.Of(attempt.Person, ScopeOf(attempt.Contest, attempt.Number)),
            ["m"] = attempt.Name,
            ["l"] = attempt.County.Value,
            ["w"] = attempt.Village.Value,
            ["a"] = (int)attempt.Audience,
            ["g"] = attempt.Language.Code(),
            ["n"] = attempt.Number,
            ["s"] = attempt.StartedAt.ToUnixTimeMilliseconds(),
            ["k"] = attempt.Key,
        };
        if (attempt.PreviousBest is { } best)
            claims["b"] = string.Create(
                CultureInfo.InvariantCulture,
                $"{best.Score}.{best.ElapsedMs}.{best.SubmittedAt.ToUnixTimeMilliseconds()}"
            );
        // Left out where they say nothing, so that most tickets stay short.
        if (attempt.Step > 0)
            claims["e"] = attempt.Step;
        if (attempt.IsExcluded)
            claims["x"] = 1;
        if (attempt.Unranked is { } because)
            claims["u"] = (int)because;
        if (attempt.ExtraSeconds > 0)
            claims["t"] = attempt.ExtraSeconds;
        return seals.Seal(claims);
    }

    /// <summary>Refuses a ticket that has no valid seal, or is of another contest or person.</summary>
    public async Task<Result<Attempt>> OpenAsync(string ticket, string contest, string person)
    {
        if (await seals.OpenAsync(ticket) is not { } claims || claims.GetClaim("c").Value != contest)
            return Refusal.NotFound;
        return pseudonyms.Names(claims.GetClaim("p").Value, person, ScopeOf(contest, Number(claims, "n")))
            ? AttemptOf(claims, person)
            : AccessRefusals.RoleMissing;
    }

    /// <summary>The person of an attempt, for an administrator; null when it is no ticket of the contest.</summary>
    public async Task<Attempt?> OpenAsync(string ticket, string contest) =>
        await seals.OpenAsync(ticket) is { } claims
        && claims.GetClaim("c").Value == contest
        && pseudonyms.PersonOf(claims.GetClaim("p").Value, ScopeOf(contest, Number(claims, "n"))) is { } person
            ? AttemptOf(claims, person)
            : null;

    private static Attempt AttemptOf(JsonWebToken claims, string person) =>
        new(
            claims.GetClaim("c").Value,
            Number(claims, "v"),
            person,
            claims.GetClaim("m").Value,
            RegionCode.Parse(claims.GetClaim("l").Value),
            RegionCode.Parse(claims.GetClaim("w").Value),
            (Audience)Number(claims, "a"),
            Languages.Parse(claims.GetClaim("g").Value) ?? Language.Zh,
            Number(claims, "n"),
            DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(claims.GetClaim("s").Value, CultureInfo.InvariantCulture)),
            claims.TryGetClaim("b", out var best) ? BestOf(best.Value) : null,
            claims.GetClaim("k").Value
        )
        {
            Step = OptionalNumber(claims, "e") ?? 0,
            IsExcluded = OptionalNumber(claims, "x") is not null,
            Unranked = (UnrankedBecause?)OptionalNumber(claims, "u"),
            ExtraSeconds = OptionalNumber(claims, "t") ?? 0,
        };

    // Anyone can read a ticket, so the person's pseudonym differs in each.
    private static string ScopeOf(string contest, int number) => string.Create(CultureInfo.InvariantCulture, $"attempt|{contest}|{number}");

    private static int Number(JsonWebToken claims, string name) => int.Parse(claims.GetClaim(name).Value, CultureInfo.InvariantCulture);

    private static int? OptionalNumber(JsonWebToken claims, string name) =>
        claims.TryGetClaim(name, out var claim) ? int.Parse(claim.Value, CultureInfo.InvariantCulture) : null;

    private static Best BestOf(string text)
    {
        var parts = text.Split('.').Select(part => long.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        return new Best((int)parts[0], (int)parts[1], DateTimeOffset.FromUnixTimeMilliseconds(parts[2]));
    }
}
