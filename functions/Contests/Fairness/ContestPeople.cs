using EStation.Contests.Attempts;
using EStation.Identity;
using EStation.People;
using EStation.Regions;
using EStation.Storage;

namespace EStation.Contests.Fairness;

/// <summary>Somebody in a contest, as administrators name them.</summary>
/// <param name="Number">One attempt; null for all.</param>
public sealed record Target(RegionCode County, string Person, int? Number = null);

/// <summary>The names under which a contest's administrators see its participants: another one in each contest.</summary>
public sealed class ContestPeople(Pseudonyms pseudonyms, Tickets tickets, PersonTable people)
{
    public string NameOf(string contest, string person) => pseudonyms.Of(person, ScopeOf(contest));

    public async Task<string> MaskedAsync(string person) => (await people.FindAsync(person))?.MaskedName ?? "";

    /// <returns>Null when nobody has this name.</returns>
    public async Task<Target?> FindPersonAsync(string contest, string name)
    {
        var id = pseudonyms.PersonOf(name, ScopeOf(contest)) ?? name;
        var person = TableKey.IsValid(id) ? await people.FindAsync(id) : null;
        return person?.Place is { } place ? new Target(place.County, person.Id) : null;
    }

    /// <param name="ticket">The id of an attempt.</param>
    public async Task<Target?> FindAttemptAsync(string contest, string ticket) =>
        await tickets.OpenAsync(ticket, contest) is { } attempt ? new Target(attempt.County, attempt.Person, attempt.Number) : null;

    private static string ScopeOf(string contest) => "contest|" + contest;
}
