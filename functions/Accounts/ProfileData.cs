using EStation.Access;
using EStation.People;
using EStation.Privacy;

namespace EStation.Accounts;

/// <summary>The profile itself, and the roles that were given to the phone.</summary>
public sealed class ProfileData(GrantTable grants, PhoneTable phones, Roles roles, Residents residents) : IPersonalData
{
    public string Name => "profile";

    public async Task<object?> ExportAsync(Person person)
    {
        var use = await phones.SeeAsync(person.Phone);
        return new
        {
            person.Id,
            Phone = person.Phone.E164,
            person.Profile.Name,
            person.Profile.Village,
            person.Profile.Gender,
            person.Profile.BirthYear,
            person.Profile.EthnicGroup,
            person.Profile.LeftBehind,
            person.Profile.Language,
            person.CreatedAt,
            LedgerCounty = person.County,
            Roles = await roles.OfAsync(person),
            person.Consent,
            EarlierUse = person.Earlier,
            NetworksSignedInFrom = use.Known.Values,
            LastCodeAskedForAt = use.Asked.LastAt,
            person.Preferences,
            person.Allowances,
            OthersSignedUpToday = use.Others.SignedUp,
            MessagesByOthersToday = use.Others.Messages,
        };
    }

    public async Task ForgetAsync(Erasure erasure)
    {
        if (erasure.County is { } county)
            await residents.ForgetAsync(county, erasure.Person);
        // Roles given to the phone since then belong to its new owner.
        foreach (var grant in (await grants.ListAsync()).Where(grant => grant.GivenAt <= erasure.At))
        {
            if (phones.HashesOf(grant.Phone).Intersect(erasure.PhoneHashes).Any())
                await grants.RevokeAsync(grant.Id);
        }
    }
}
