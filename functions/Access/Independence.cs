using EStation.People;
using EStation.Regions;

namespace EStation.Access;

/// <summary>
/// Whether a second administrator may confirm what a first person proposed: neither has the role through the other, and the second had it
/// before the proposal.
/// </summary>
public sealed class Independence(GrantTable grants, PersonTable people, AccessOptions options, TimeProvider time)
{
    /// <summary>Longer chains of givers are not followed.</summary>
    private const int LongestChain = 8;

    /// <param name="first">By id; may have been erased since.</param>
    public async Task<bool> HoldsAsync(string first, Person second, RegionCode region, DateTimeOffset proposedAt)
    {
        var proposer = await people.FindAsync(first);
        if (first == second.Id || proposer?.Phone == second.Phone)
            return false;
        if (!options.Administrators.Contains(second.Phone) && !await HasOwnAsync(second, region, first, proposedAt))
            return false;
        return proposer is null || !await ComesFromAsync(proposer.Phone, second.Id, LongestChain);
    }

    /// <summary>The second has the role by a grant that is old enough and does not lead back to the first.</summary>
    private async Task<bool> HasOwnAsync(Person second, RegionCode region, string first, DateTimeOffset proposedAt)
    {
        foreach (var grant in await grants.OfAsync(second.Phone))
        {
            if (
                grant.Role == Role.Administrator
                && grant.HoldsAt(time.Now())
                && grant.Region.Contains(region)
                && grant.GivenAt < proposedAt
                && !await LeadsToAsync(grant, first, LongestChain)
            )
                return true;
        }

        return false;
    }

    /// <summary>Whether any role of a phone goes back to a person.</summary>
    private async Task<bool> ComesFromAsync(Phone phone, string person, int chain)
    {
        foreach (var grant in await grants.OfAsync(phone))
        {
            if (await LeadsToAsync(grant, person, chain))
                return true;
        }

        return false;
    }

    private async Task<bool> LeadsToAsync(Grant grant, string person, int chain)
    {
        if (grant.GivenBy == person)
            return true;
        if (chain == 0 || await people.FindAsync(grant.GivenBy) is not { } giver || options.Administrators.Contains(giver.Phone))
            return false;
        return await ComesFromAsync(giver.Phone, person, chain - 1);
    }
}
