using EStation.People;
using EStation.Regions;

namespace EStation.Access;

/// <summary>
/// Whether a second administrator may confirm what a first person proposed: neither has the role through the other, and the second had it
/// before the proposal. Where that cannot be told any more, the second may not.
/// </summary>
public sealed class Independence(GrantTable grants, Givers givers, PersonTable people, AccessOptions options, TimeProvider time)
{
    /// <param name="first">By id.</param>
    public async Task<bool> HoldsAsync(string first, Person second, RegionCode region, DateTimeOffset proposedAt)
    {
        // An erased person may be the second under another id.
        if (await people.FindFreshAsync(first) is not { } proposer || first == second.Id || proposer.Phone == second.Phone)
            return false;
        if (!options.Administrators.Contains(second.Phone) && !await HasOwnAsync(second, region, proposer, proposedAt))
            return false;
        foreach (var grant in await grants.OfAsync(proposer.Phone))
        {
            if (!await IsFreeOfAsync(grant, second))
                return false;
        }

        return true;
    }

    /// <summary>The second has the role by a grant that is old enough and does not lead back to the first.</summary>
    private async Task<bool> HasOwnAsync(Person second, RegionCode region, Person first, DateTimeOffset proposedAt)
    {
        foreach (var grant in await grants.OfAsync(second.Phone))
        {
            if (
                grant.Role == Role.Administrator
                && grant.HoldsAt(time.Now())
                && grant.Region.Contains(region)
                && grant.GivenAt < proposedAt
                && await IsFreeOfAsync(grant, first)
            )
                return true;
        }

        return false;
    }

    private async Task<bool> IsFreeOfAsync(Grant grant, Person person)
    {
        if (await givers.AboveAsync(grant) is not { } above || above.Contains(person.Id))
            return false;
        foreach (var id in above)
        {
            if (await people.FindFreshAsync(id) is not { } giver || giver.Phone == person.Phone)
                return false;
        }

        return true;
    }
}
