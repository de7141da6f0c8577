using EStation.Inbox;
using EStation.People;
using EStation.Regions;

namespace EStation.Access;

/// <summary>
/// Tells people in the inbox of roles that were given or end. A phone that nobody has signed in with gets an id: its owner reads it after the
/// first sign-in.
/// </summary>
public sealed class TellingOfRoles(InboxTable inbox, PhoneTable phones, GrantTable grants, Divisions divisions, TimeProvider time)
{
    private static readonly TimeSpan Ahead = TimeSpan.FromDays(7);
    private static readonly TimeSpan AwaitedFor = TimeSpan.FromDays(365);

    public Task GivenAsync(Grant grant) => TellAsync(RoleTellings.Given, grant, grant.GivenAt);

    public Task EndedAsync(Grant grant) => TellAsync(RoleTellings.Ended, grant, time.Now());

    /// <summary>Those that end within a week; a repeated run writes the same rows.</summary>
    public async Task EndingAsync()
    {
        var now = time.Now();
        foreach (var grant in await grants.ListAsync())
        {
            if (grant.Until is { } until && now < until && now >= until - Ahead && grant.GivenAt < until - Ahead)
                await TellAsync(RoleTellings.Ending, grant, until - Ahead);
        }
    }

    private async Task TellAsync(string kind, Grant grant, DateTimeOffset at)
    {
        var known = await phones.SeeAsync(grant.Phone);
        var person = known is { IsTaken: true, Person: { } id } ? id : await phones.AwaitAsync(grant.Phone, time.Now() + AwaitedFor);
        await inbox.ShowAsync(person, [RoleTellings.Of(kind, grant, person, divisions, at)]);
    }
}
